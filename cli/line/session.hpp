#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "eval/interruption.hpp"
#include "ports/clock.hpp"
#include "ports/keys.hpp"

namespace promptctl::cli {

// Everything a command may touch outside the library. main() fills it with the real world, a test with its own.
struct Session {
  std::ostream& out;
  std::ostream& err;
  std::filesystem::path directory;
  std::map<std::string, std::string> environment;
  const Clock& clock;
  const Interruption& interruption;
  Keys* keys = nullptr;    // of the terminal; null: there is none to press
  std::uint64_t seed = 0;  // of what may differ between two runs: ids, retry jitter
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t width = 80;  // columns of the terminal
  bool quiet = false;      // no notes and no progress; set by -q
  bool safe_git = false;   // `environment` keeps git from running what its configuration names; set by --safe

  // Standard output for what must come byte by byte, and for what means to command; set by `run`, which keeps text of
  // strangers from commanding a workflow in `out` and `err`.
  std::ostream* exact_out = nullptr;

  bool has_variable(const std::string& name) const {
    const auto variable = environment.find(name);
    return variable != environment.end() && !variable->second.empty();
  }
};

// The same everywhere; docs/exit-codes in README.
enum class ExitCode { accepted = 0, rejected = 1, could_not_tell = 2, inconclusive = 3, interrupted = 130 };

// Runs one command line as main() would, less argv[0].
ExitCode run(const std::vector<std::string>& arguments, Session session);

}  // namespace promptctl::cli
