// The only file that includes CLI11: it takes seconds to compile.

#include "cli/line/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "cli/line/command.hpp"
#include "cli/line/version.hpp"

namespace promptctl::cli {

struct Options::State {
  explicit State(CLI::App& command) : app(command) {}

  CLI::App& app;
  Action action;
  std::vector<std::unique_ptr<State>> below;
};

namespace {

std::string examples_heading(const std::string& footer) {
  return footer.empty() ? "Examples:" : footer;
}

// CLI11 reads "[a,b]" and several words into a list of texts; each use of an option is one text here.
void take_one_text_each_time(CLI::Option& option, const std::string& value) {
  option.type_name(value)->allow_extra_args(false)->trigger_on_parse();
}

std::vector<std::string> names_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  return names;
}

const CLI::App& innermost(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : innermost(*chosen.front());
}

std::string path_of(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name() : path_of(*app.get_parent()) + " " + app.get_name();
}

// CLI11 names a command alone; its line begins with those it stands below.
std::string help_of(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.help() : app.help(path_of(*app.get_parent()));
}

// "-" or "--" words are options, the others commands or arguments too many.
Failure unknown_word(const CLI::App& app, const std::string& word) {
  const std::vector<std::string> names = names_of(app);
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const bool option = word.starts_with('-');
  const bool commands_here = !app.get_subcommands([](const CLI::App*) { return true; }).empty();
  const std::string_view what = option ? "option" : commands_here ? "command" : "argument";
  std::string hint = did_you_mean(word.substr(0, word.find('=')), candidates);
  if (hint.empty()) {
    hint = fmt::format("see {} --help", path_of(app));
  }
  return {"usage", fmt::format("unknown {} `{}`", what, word), hint};
}

Failure usage_failure(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& place = innermost(app);
  if (const std::vector<std::string> extras = app.remaining(true); !extras.empty()) {
    return unknown_word(place, extras.front());
  }
  std::string message = error.what();
  if (message == "A subcommand is required") {
    message = "no command was given";
  } else if (message.ends_with(" is required") && !message.starts_with('-')) {
    message = fmt::format("the argument {} is missing", message.substr(0, message.find(' ')));
  }
  return {"usage", message, fmt::format("see {} --help", path_of(place))};
}

Action declared_action(const Options::State& state) {
  for (const auto& below : state.below) {
    if (below->app.parsed()) {
      return declared_action(*below);
    }
  }
  return state.action;
}

}  // namespace

void Options::argument(const std::string& name, std::string& target, const std::string& help, bool required) {
  state_.app.add_option(name, target, help)->required(required)->type_name("");
}

void Options::arguments(const std::string& name, std::vector<std::string>& targets, const std::string& help) {
  state_.app.add_option(name, targets, help)->type_name("");
}

void Options::flag(const std::string& names, bool& target, const std::string& help) {
  state_.app.add_flag(names, target, help);
}

void Options::text(const std::string& names, const std::string& value, std::string& target, const std::string& help) {
  state_.app.add_option(names, target, help)->type_name(value);
}

void Options::texts(const std::string& names, const std::string& value, std::vector<std::string>& targets,
                    const std::string& help) {
  const auto add = [&targets](const std::string& text) { targets.push_back(text); };
  take_one_text_each_time(*state_.app.add_option_function<std::string>(names, add, help), value);
}

void Options::number(const std::string& names, std::optional<long long>& target, Range range, const std::string& help) {
  const auto read = [&target, names, range](const std::string& text) {
    target = parse_integer(text);
    if (!target || *target < range.least || *target > range.most) {
      throw CLI::ValidationError(
          fmt::format("`{}` must be a whole number from {} to {}, not `{}`", names, range.least, range.most, text));
    }
  };
  state_.app.add_option_function<std::string>(names, read, help)->type_name("N");
}

void Options::optional_text(const std::string& names, const std::string& value, std::optional<std::string>& target,
                            const std::string& help) {
  const auto read = [&target](const std::string& text) { target = text; };
  state_.app.add_option_function<std::string>(names, read, help)->type_name(value)->expected(0, 1);
}

void Options::command(const std::string& name, const std::string& summary,
                      const std::function<Action(Options&)>& declare) {
  CLI::App* app = state_.app.add_subcommand(name, summary)->group("Commands")->fallthrough();
  State& below = *state_.below.emplace_back(std::make_unique<State>(*app));
  state_.app.require_subcommand(1);
  Options options(below);
  below.action = declare(options);
}

void Options::acts_without_command() {
  state_.app.require_subcommand(0, 1);
}

void Options::example(const std::string& command_line) {
  state_.app.footer(fmt::format("{}\n  {}", examples_heading(state_.app.get_footer()), command_line));
}

std::variant<ParsedLine, std::string> parse(const std::vector<std::string>& arguments) {
  CLI::App app("Keep prompts in git, evaluate them on golden datasets, promote the ones that pass.", "promptctl");
  app.set_version_flag("--version", fmt::format("promptctl {}", version()), "Print the version and exit");
  app.require_subcommand(1);
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  app.get_formatter()->label("Subcommands", "Commands");
  ParsedLine line;
  app.add_option("-C", line.global.directory, "Run as if started in this folder")->type_name("DIR");
  app.add_flag("-q,--quiet", line.global.quiet, "Print results only: no progress, no notes");
  app.add_flag_callback(
      "--safe", [&line] { line.global.safe = true; },
      "Let git run no program that its configuration names, as in a pull request's job");
  app.add_flag_callback("--no-safe", [&line] { line.global.safe = false; }, "Trust git's configuration there too");
  Options::State root(app);
  Options top(root);
  for (const Command* command : commands()) {
    top.command(std::string(command->name), std::string(command->summary), command->declare);
  }
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // CLI11 takes the last first.
    app.parse(std::move(reversed));
  } catch (const CLI::CallForVersion&) {
    return app.version() + "\n";
  } catch (const CLI::Success&) {
    return help_of(innermost(app));
  } catch (const CLI::ParseError& error) {
    throw usage_failure(app, error);
  }
  line.action = declared_action(root);
  return line;
}

}  // namespace promptctl::cli
