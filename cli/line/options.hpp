#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/line/session.hpp"

namespace promptctl::cli {

// What a command does once its options are parsed.
using Action = std::function<ExitCode(Session&)>;

// Declares one command's options. Targets must live as long as the action; help and errors come from what is declared.
class Options {
 public:
  struct State;
  explicit Options(State& state) : state_(state) {}

  // An argument without a dash. `name` is shown in capitals.
  void argument(const std::string& name, std::string& target, const std::string& help, bool required = true);
  void arguments(const std::string& name, std::vector<std::string>& targets, const std::string& help);

  // `names` as in "-j,--jobs"; `value` names the value in help: "N".
  void flag(const std::string& names, bool& target, const std::string& help);
  void text(const std::string& names, const std::string& value, std::string& target, const std::string& help);
  void texts(const std::string& names, const std::string& value, std::vector<std::string>& targets,
             const std::string& help);

  struct Range {
    long long least = 0;
    long long most = 1'000'000'000'000;
  };

  // A whole number within the range.
  void number(const std::string& names, std::optional<long long>& target, Range range, const std::string& help);

  // A text that may be left out: "--resume" gives "", "--resume=RUN" gives "RUN".
  void optional_text(const std::string& names, const std::string& value, std::optional<std::string>& target,
                     const std::string& help);

  // A command below this one: `promptctl runs list`.
  void command(const std::string& name, const std::string& summary, const std::function<Action(Options&)>& declare);

  // After its commands are declared: the command above does something by itself, too.
  void acts_without_command();

  // Shown at the end of the help.
  void example(const std::string& command_line);

 private:
  State& state_;
};

struct GlobalOptions {
  std::string directory;
  bool quiet = false;
  std::optional<bool> safe;  // none: in a pull request's job
};

struct ParsedLine {
  Action action;
  GlobalOptions global;
};

// What to run for a command line; or the text to print instead, for --help and --version. Throws `Failure` (`usage`)
// for a line that says nothing sensible, with the nearest name where one is near.
std::variant<ParsedLine, std::string> parse(const std::vector<std::string>& arguments);

}  // namespace promptctl::cli
