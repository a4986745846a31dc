#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "world/system/descriptor.hpp"

namespace promptctl {

struct ProgramCall {
  std::string executable;              // a path; PATH is not searched
  std::vector<std::string> arguments;  // less the program's own name
  std::map<std::string, std::string> environment;
  std::string_view input;      // standard input; empty: /dev/null
  std::string folder = {};     // where it runs; empty: where we do
  bool has_own_group = false;  // a process group of its own, so that all it starts can be ended with it
};

// A program that runs. Whoever started it reads both ends, and waits for it.
struct RunningProgram {
  pid_t id = -1;
  Descriptor out;
  Descriptor err;
};

struct ProgramOutput {
  int exit_code = 0;  // 128 + the signal's number when a signal ended it
  std::string out;
  std::string err;
};

// Throws `Failure` when the system won't start it: `cannot-run`, or `no-resources` where it may do so later.
RunningProgram start_program(const ProgramCall& call);

// How a program has ended, by the status of `waitpid`: its exit code, or 128 + the number of the signal that ended it.
int exit_code_of(int status);

// Runs a program to its end and keeps what it writes. It belongs to our process group, so that Ctrl-C reaches it; it
// starts with no signal blocked and with the usual SIGPIPE and SIGCHLD. Throws `Failure` (`cannot-run`) when the
// system won't start it.
ProgramOutput run_program(const ProgramCall& call);

// `texts` as exec wants arguments and environment; they must outlive it unchanged.
std::vector<char*> pointers_to(std::vector<std::string>& texts);

// The path of the program `name` in the folders of `path`, a value of PATH; empty when none has it. Folders that are
// not absolute are passed over: nothing runs because of the folder one stands in.
std::string find_program(std::string_view name, std::string_view path);

}  // namespace promptctl
