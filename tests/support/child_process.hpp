#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace promptctl::testing {

struct ProcessOptions {
  std::filesystem::path folder;
  std::vector<std::string> environment;        // "NAME=value"; nothing is inherited
  bool may_open_sockets = true;                // false: the kernel ends the process (SIGSYS) when it opens one
  std::filesystem::path output = "/dev/null";  // of both standard output and standard error
  bool with_children = false;                  // true: a signal reaches what the process started, too
};

// The built promptctl as a process of its own.
class ChildProcess {
 public:
  ChildProcess(const std::vector<std::string>& arguments, const ProcessOptions& options);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  void signal(int number) const;

  // The exit code; minus the signal's number when a signal ended it.
  int wait();

 private:
  pid_t pid_ = -1;
  bool with_children_ = false;
};

}  // namespace promptctl::testing
