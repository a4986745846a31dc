#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace promptctl::testing {

// One call of the built promptctl.
struct Errand {
  std::filesystem::path folder;
  std::vector<std::string> arguments;
  std::map<std::string, std::string> environment;  // nothing is inherited
};

struct Finished {
  int exit_code = 0;   // minus the signal's number when a signal ended it
  std::string output;  // standard output and standard error
};

Finished run_errand(const Errand& errand);

// All at once, each as a process of its own. In the order of the errands, when the last has ended.
std::vector<Finished> run_at_once(const std::vector<Errand>& errands);

// As `ProcessOptions` wants it.
std::vector<std::string> assignments(const std::map<std::string, std::string>& environment);

}  // namespace promptctl::testing
