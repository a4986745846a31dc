// `promptctl judge`: the judges that assertions can ask.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>
#include <set>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/evaluate/judge_calibration.hpp"
#include "cli/evaluate/run_pairing.hpp"
#include "cli/output/rendering.hpp"
#include "cli/output/result_output.hpp"
#include "cli/workspace/workspace.hpp"
#include "judge/built_in_judges.hpp"

namespace promptctl::cli {
namespace {

constexpr std::string_view judges_folder = "judges/";

// Throws `Failure` where no judge of this name is built in.
std::string_view require_built_in(const std::string& name) {
  const std::string_view text = built_in_judge_text(name);
  if (text.empty()) {
    const std::vector<std::string> names = built_in_judge_names();
    const std::string suggestion = did_you_mean(name, {names.begin(), names.end()});
    throw Failure("unknown-judge", {}, fmt::format("no judge `{}` is built in", name),
                  suggestion.empty() ? fmt::format("built in: {}", join(names, ", ")) : suggestion);
  }
  return text;
}

struct ListedJudge {
  std::string name;
  std::string from;  // "built in", or the file of the registry
  Prompt prompt;
};

// The registry's judges in place of those built in that have their names. Faults of a judge's file go to `diagnostics`.
std::vector<ListedJudge> find_judges(Registry& registry, Diagnostics& diagnostics) {
  std::vector<ListedJudge> judges;
  std::set<std::string> names;
  for (const std::string& id : registry.prompt_ids()) {
    Diagnostics of_others;
    const bool is_in_folder = id.starts_with(judges_folder);
    const auto prompt = registry.read_prompt(id, is_in_folder ? diagnostics : of_others);
    if (prompt && prompt->prompt().judge) {
      const std::string name = is_in_folder ? id.substr(judges_folder.size()) : id;
      names.insert(name);
      judges.push_back({name, prompt_path(id), prompt->prompt()});
    }
  }
  for (const std::string& name : built_in_judge_names()) {
    if (const auto prompt = names.count(name) == 0 ? built_in_judge(name, diagnostics) : std::nullopt) {
      judges.push_back({name, "built in", prompt->prompt()});
    }
  }
  std::sort(judges.begin(), judges.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return judges;
}

ExitCode list(Session& session) {
  Workspace workspace(session);
  Diagnostics diagnostics;
  const std::vector<ListedJudge> judges = find_judges(workspace.registry, diagnostics);
  print(diagnostics, session.err);
  std::size_t widest = std::string_view("JUDGE").size();
  std::size_t widest_from = std::string_view("built in").size();
  for (const ListedJudge& judge : judges) {
    widest = std::max(widest, judge.name.size());
    widest_from = std::max(widest_from, judge.from.size());
  }
  session.out << fmt::format("{:<{}}  {:<9}  {:<{}}  {}\n", "JUDGE", widest, "FORM", "FROM", widest_from,
                             "WHAT IT SAYS");
  for (const ListedJudge& judge : judges) {
    session.out << fmt::format("{:<{}}  {:<9}  {:<{}}  {}\n", printable(judge.name), widest,
                               judge.prompt.judge.value_or(""), judge.from, widest_from,
                               printable(judge.prompt.description));
  }
  return diagnostics.has_errors() ? ExitCode::rejected : ExitCode::accepted;
}

// The registry's own where there is one: what an assertion would ask.
ExitCode show(const std::string& name, Session& session) {
  Workspace workspace(session);
  const std::string id = judge_prompt_id(name);
  if (workspace.registry.has_prompt(id)) {
    Diagnostics faults;
    const auto source = workspace.files.read(prompt_path(id), faults);
    print(faults, session.err);
    session.out << (source ? source->text() : "");
    return source ? ExitCode::accepted : ExitCode::rejected;
  }
  session.out << require_built_in(name);
  return ExitCode::accepted;
}

ExitCode add(const std::string& name, Session& session) {
  const std::string_view text = require_built_in(name);
  Workspace workspace(session);
  const std::string path = prompt_path(judge_prompt_id(name));
  if (workspace.registry.has_prompt(judge_prompt_id(name))) {
    throw Failure("already-exists", whole_file(path), "the registry has this judge",
                  "change it there, or remove it first");
  }
  workspace.files.write(path, text);
  session.out << fmt::format("wrote {}\n", path);
  session.out << "from now on assertions ask this one: its text is yours to change\n";
  return ExitCode::accepted;
}

struct CalibrateOptions {
  std::string name;
  std::string least_kappa;
  EvalOptions eval;
  ResultOptions result;
};

std::optional<double> read_least_kappa(const std::string& text) {
  if (text.empty()) {
    return std::nullopt;
  }
  const auto least = parse_number(text);
  if (!least || *least < 0 || *least > 1) {
    throw Failure("usage", fmt::format("`--min-kappa {}` is no kappa", text), "write a number from 0 to 1");
  }
  return least;
}

// Accepted where each calibration reaches what is asked, or nothing is.
ExitCode calibrate(const CalibrateOptions& options, Session& session) {
  check_result_options(options.result, session);
  const auto least = read_least_kappa(options.least_kappa);
  EvalSession eval(session, options.eval);
  auto reports = calibrate_judge(options.name, eval);
  if (!reports) {
    return session.interruption.requests() > 0 ? ExitCode::interrupted : ExitCode::rejected;
  }
  ExitCode code = ExitCode::accepted;
  bool has_words = true;
  for (CalibrationReport& report : *reports) {
    report.least_kappa = least;
    code = is_calibrated(report) ? code : ExitCode::rejected;
    has_words = has_words && report.calibration.decided > 0;
  }
  const auto console = [&reports](const ReportStyle& style) {
    std::string text;
    for (const CalibrationReport& report : *reports) {
      text += (text.empty() ? "" : "\n") + calibration_text(report, style.width);
    }
    return text;
  };
  const auto json = [&reports]() {
    Value list = list_value({});
    for (const CalibrationReport& report : *reports) {
      list.items.push_back(calibration_value(report));
    }
    return map_value().set("format", text_value("promptctl-calibration 1")).set("calibrations", std::move(list));
  };
  write_result({console, json}, options.result, session);
  return has_words ? code : ExitCode::could_not_tell;
}

Action declare_calibrate(Options& options) {
  const auto target = std::make_shared<CalibrateOptions>();
  options.argument("name", target->name, "The judge's name");
  options.texts("--suite", "SUITE", target->eval.suites, "By this suite only");
  options.text("--min-kappa", "N", target->least_kappa, "Reject a judge whose kappa's lower bound is below N");
  options.number("-j,--jobs", target->eval.jobs, {1, 4096}, "Keep N calls to a provider in flight");
  options.flag("--offline", target->eval.offline,
               "Open no socket: replies come from the suite's cassette or the cache");
  options.flag("--no-cache", target->eval.no_cache, "Neither read nor keep replies in the cache");
  declare_trust_options(options, target->eval.trust);
  declare_result_options(options, target->result);
  options.example("promptctl judge calibrate rubric --min-kappa 0.6");
  return [target](Session& session) { return calibrate(*target, session); };
}

struct CompareOptions {
  PairingWish wish;
  EvalOptions eval;
  ResultOptions result;
};

ExitCode compare(const CompareOptions& options, Session& session) {
  check_result_options(options.result, session);
  EvalSession eval(session, options.eval);
  const auto paired = pair_runs(options.wish, eval);
  if (!paired) {
    return ExitCode::rejected;
  }
  const auto console = [&paired](const ReportStyle& style) { return pairing_text(*paired, style.width); };
  const auto json = [&paired]() { return pairing_value(*paired); };
  write_result({console, json}, options.result, session);
  const auto& rate = paired->rate.rate;
  return paired->interrupted            ? ExitCode::interrupted
         : !rate || !paired->rate.flips ? ExitCode::could_not_tell
         : rate->low > 0.5              ? ExitCode::accepted
         : rate->high < 0.5             ? ExitCode::rejected
                                        : ExitCode::inconclusive;
}

Action declare_compare(Options& options) {
  const auto target = std::make_shared<CompareOptions>();
  options.argument("before", target->wish.before, "A run, or an address: its newest run");
  options.argument("after", target->wish.after, "A run of the same suite, or an address");
  options.text("--judge", "NAME", target->wish.judge, "The pairwise judge that is asked (better)");
  options.text("--criterion", "TEXT", target->wish.criterion, "What counts");
  options.number("-j,--jobs", target->eval.jobs, {1, 4096}, "Keep N calls to a provider in flight");
  options.flag("--offline", target->eval.offline, "Open no socket: verdicts come from the cache");
  options.flag("--no-cache", target->eval.no_cache, "Neither read nor keep verdicts in the cache");
  declare_trust_options(options, target->eval.trust);
  declare_result_options(options, target->result);
  options.example("promptctl judge compare support/triage@git:main support/triage");
  return [target](Session& session) { return compare(*target, session); };
}

Action with_name(Options& options, ExitCode (*act)(const std::string&, Session&), std::string_view example) {
  const auto name = std::make_shared<std::string>();
  options.argument("name", *name, "The judge's name");
  options.example(std::string(example));
  return [name, act](Session& session) { return act(*name, session); };
}

Action declare(Options& options) {
  options.command("list", "The judges that assertions can ask", [](Options&) { return Action(list); });
  options.command("show", "Print the prompt of a judge",
                  [](Options& inner) { return with_name(inner, show, "promptctl judge show rubric"); });
  options.command("add", "Write a built-in judge into the registry, where it is yours to change",
                  [](Options& inner) { return with_name(inner, add, "promptctl judge add rubric"); });
  options.command("compare", "Ask which of two runs' replies are better, in both orders", declare_compare);
  options.command("calibrate", "Hold a judge's verdicts against those of people", declare_calibrate);
  options.example("promptctl judge list");
  return {};
}

}  // namespace

const Command judge_command{"judge", "Show the judges of replies, and what their verdicts are worth", declare};

}  // namespace promptctl::cli
