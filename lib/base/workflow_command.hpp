#pragma once

#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>

// What a workflow's runner takes for a command in a line that a step prints: `::` after white space at its start, and
// `##[`, `##vso[` and the like anywhere. Text of strangers must not hold one:
// https://github.com/actions/runner, ActionCommand.cs; https://github.com/microsoft/azure-pipelines-agent, Command.cs
namespace promptctl {

// How a form writes the first character of a command, so that its reader gets it back or sees which one it was.
struct CommandSpelling {
  std::string_view colon;
  std::string_view hash;
};

constexpr CommandSpelling spelled_in_text{"\\x3a", "\\x23"};
constexpr CommandSpelling spelled_in_json{"\\u003a", "\\u0023"};
constexpr CommandSpelling spelled_in_xml{"&#58;", "&#35;"};
constexpr CommandSpelling spelled_as_meant{":", "#"};               // What the form writes are commands of its own.
constexpr CommandSpelling spelled_in_labels{"\\\\x3a", "\\\\x23"};  // Prometheus: a backslash is written twice.

// `line`, in which there is no line break, without a command.
std::string without_commands(std::string_view line, const CommandSpelling& spelling);

// The same for all that is written to `target`. A line is passed on when it ends, or as far as it goes when flushed.
class CommandGuard : public std::streambuf {
 public:
  CommandGuard(std::streambuf& target, const CommandSpelling& spelling) : target_(target), spelling_(spelling) {}
  ~CommandGuard() override { pass_on_all(); }
  CommandGuard(const CommandGuard&) = delete;
  CommandGuard& operator=(const CommandGuard&) = delete;

 protected:
  int_type overflow(int_type byte) override;
  std::streamsize xsputn(const char* bytes, std::streamsize count) override;
  int sync() override;

 private:
  void put(std::string_view text);
  void pass_on(std::string_view piece);
  void pass_on_all();

  std::streambuf& target_;
  CommandSpelling spelling_;
  std::string held_;             // of the line that has not ended
  bool is_inside_line_ = false;  // the start of that line was passed on
  bool failed_ = false;
};

// A stream of its own before `target`, which must have a buffer.
class GuardedStream : public std::ostream {
 public:
  GuardedStream(std::ostream& target, const CommandSpelling& spelling)
      : std::ostream(nullptr), guard_(*target.rdbuf(), spelling) {
    rdbuf(&guard_);
  }

 private:
  CommandGuard guard_;
};

}  // namespace promptctl
