#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace promptctl {

struct ProgramCall {
  std::string executable;              // a path; PATH is not searched
  std::vector<std::string> arguments;  // less the program's own name
  std::map<std::string, std::string> environment;
  std::string_view input;  // standard input; empty: /dev/null
};

struct ProgramOutput {
  int exit_code = 0;  // 128 + the signal's number when a signal ended it
  std::string out;
  std::string err;
};

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
