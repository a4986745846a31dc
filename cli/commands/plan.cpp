// `promptctl plan`: how many cases a difference takes to be seen, and what that costs.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "analysis/power_plan.hpp"
#include "analysis/run_changes.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/ledger/contents.hpp"
#include "cli/output/result_output.hpp"
#include "compare/compare.hpp"
#include "document/figure_value.hpp"
#include "report/text/layout.hpp"

namespace promptctl::cli {
namespace {

struct PlanOptions {
  std::string address;
  std::string detect;
  std::string metric = std::string(pass_rate_figure);
  std::string tag;
  std::string suite;
  std::string confidence = "95%";
  std::string power = "80%";
  ResultOptions result;
};

// A pilot, and what it comes to.
struct Planned {
  RunHeader newest;
  std::optional<RunHeader> before;
  PowerPlan plan;
};

double read_share(const std::string& option, const std::string& text, double least, double most) {
  const auto share = parse_share(text);
  if (!share || *share <= least || *share >= most) {
    throw Failure("usage", fmt::format("`{} {}` is no share that can be planned for", option, text),
                  fmt::format("write one between {:.3g}% and {:.3g}%", least * 100, most * 100));
  }
  return *share;
}

PlanWish read_wish(const PlanOptions& options) {
  if (options.detect.empty()) {
    throw Failure("usage", "say how large a difference must be seen", "--detect 3%");
  }
  PlanWish wish;
  wish.figure = {options.metric, options.tag};
  wish.difference = read_share("--detect", options.detect, 0.0009, 1);
  wish.confidence = read_share("--confidence", options.confidence, 0.5, 1);
  wish.power = read_share("--power", options.power, 0.5, 1);
  return wish;
}

// The newest run of each suite and model of a content, each with the newest run of another content that compares.
std::vector<std::pair<RunHeader, std::optional<RunHeader>>> pilots_of(RunStore& store, const std::string& digest,
                                                                      const PlanOptions& options) {
  const std::vector<RunHeader> all = store.list();
  std::vector<std::pair<RunHeader, std::optional<RunHeader>>> pilots;
  for (const RunHeader& header : all) {
    const bool is_known = std::any_of(pilots.begin(), pilots.end(), [&header](const auto& pilot) {
      return pilot.first.suite_id == header.suite_id && pilot.first.targets == header.targets;
    });
    if (header.prompt_digest != digest || is_known || (!options.suite.empty() && header.suite_id != options.suite)) {
      continue;
    }
    const auto before = std::find_if(all.begin(), all.end(), [&header](const RunHeader& other) {
      return other.prompt_id == header.prompt_id && other.prompt_digest != header.prompt_digest &&
             are_comparable(other, header);
    });
    pilots.emplace_back(header, before == all.end() ? std::nullopt : std::optional(*before));
  }
  return pilots;
}

std::vector<Planned> plan_all(RunStore& store, const std::string& digest, const Project& project,
                              const PlanOptions& options) {
  std::vector<Planned> all;
  PlanWish wish = read_wish(options);
  for (const auto& [newest, before] : pilots_of(store, digest, options)) {
    const auto target = find_target(newest.targets.front());
    const auto provider = project.providers.find(target ? target->provider : "");
    wish.concurrency = provider == project.providers.end() ? 1 : provider->second.concurrency;
    const auto sample_before = before ? std::optional(sample_of(store, *before)) : std::nullopt;
    const auto plan = plan_power(sample_before ? &*sample_before : nullptr, sample_of(store, newest), wish);
    if (plan) {
      all.push_back({newest, before, *plan});
    }
  }
  return all;
}

std::string pilot_text(const Planned& planned) {
  switch (planned.plan.pilot) {
    case PilotKind::pair:
      return fmt::format("run {} against run {}", planned.newest.id,
                         planned.before ? planned.before->id : std::string());
    case PilotKind::repeats:
      return fmt::format(
          "the repeats of run {}: the spread of a version against itself; another version's run would "
          "say more",
          planned.newest.id);
    case PilotKind::unrelated:
      break;
  }
  return fmt::format(
      "run {} alone, as if the two versions' verdicts were unrelated: the most that it can take; a run of "
      "another version would say more",
      planned.newest.id);
}

std::string row_text(const PlanRow& row) {
  const auto money = [](double dollars) { return money_text(Usd::picodollars(std::llround(dollars * 1e12))); };
  return fmt::format(
      "  {:>7}  {:>9}  {:>10}  {:>10}  {:>8}\n", row.repeats, grouped(static_cast<long long>(row.cases)),
      grouped(static_cast<long long>(row.calls)), row.dollars ? money(*row.dollars) : "unknown",
      row.seconds ? duration_text(std::chrono::microseconds(std::llround(*row.seconds * 1e6))) : "unknown");
}

// A remark on lines that begin below one another.
std::string remark(const std::string& text, const ReportStyle& style) {
  return "  " + wrapped(text, std::max<std::size_t>(style.width, 24) - 4, "    ") + "\n";
}

std::string plan_text(const Planned& planned, const PlanOptions& options, const ReportStyle& style) {
  const PowerPlan& plan = planned.plan;
  const std::string slice = options.tag.empty() ? "" : fmt::format(" [{}]", options.tag);
  std::string text = wrapped(fmt::format("{} on {} with {}: to see a difference of {} in {}{}, {} of the time, at {}",
                                         options.address, planned.newest.suite_id, planned.newest.targets.front(),
                                         options.detect, options.metric, slice, options.power, options.confidence),
                             style.width, "  ");
  text += fmt::format("\n\n  {:>7}  {:>9}  {:>10}  {:>10}  {:>8}\n", "repeats", "cases", "calls", "cost", "time");
  for (const PlanRow& row : plan.rows) {
    text += row_text(row);
  }
  text += "\n" + remark("calls, cost and time are of both versions together", style);
  text += remark(plan.detectable < 1
                     ? fmt::format("the dataset's {}{} can show {:.1f} points", counted(plan.dataset_cases, "case"),
                                   slice, plan.detectable * 100)
                     : fmt::format("the dataset's {}{} can show nothing", counted(plan.dataset_cases, "case"), slice),
                 style);
  text += remark(fmt::format("pilot: {} ({}, standard deviation {:.3f})", pilot_text(planned),
                             counted(plan.pilot_cases, "case"), plan.standard_deviation),
                 style);
  if (plan.rows.size() == 1 && planned.newest.repeat == 1) {
    text += remark("a pilot with --repeat 3 would tell what repeats save", style);
  }
  return text;
}

std::string console_text(const std::vector<Planned>& all, const PlanOptions& options, const ReportStyle& style) {
  std::string text;
  for (const Planned& planned : all) {
    text += (text.empty() ? "" : "\n") + plan_text(planned, options, style);
  }
  return text;
}

Value row_value(const PlanRow& row) {
  const auto number = [](const std::optional<double>& value) { return value ? figure_value(*value) : Value(); };
  return map_value()
      .set("repeats", integer_value(row.repeats))
      .set("cases", integer_value(static_cast<long long>(row.cases)))
      .set("calls", integer_value(static_cast<long long>(row.calls)))
      .set("cost_usd", number(row.dollars))
      .set("seconds", number(row.seconds));
}

Value json_value(const std::vector<Planned>& all) {
  constexpr std::array<std::string_view, 3> kinds{"pair", "repeats", "unrelated"};
  Value plans = list_value({});
  for (const Planned& planned : all) {
    Value rows = list_value({});
    for (const PlanRow& row : planned.plan.rows) {
      rows.items.push_back(row_value(row));
    }
    plans.items.push_back(map_value()
                              .set("suite", text_value(planned.newest.suite_id))
                              .set("target", text_value(planned.newest.targets.front()))
                              .set("pilot", text_value(kinds.at(static_cast<std::size_t>(planned.plan.pilot))))
                              .set("pilot_run", text_value(planned.newest.id))
                              .set("pilot_cases", integer_value(static_cast<long long>(planned.plan.pilot_cases)))
                              .set("standard_deviation", figure_value(planned.plan.standard_deviation))
                              .set("dataset_cases", integer_value(static_cast<long long>(planned.plan.dataset_cases)))
                              .set("detectable", figure_value(planned.plan.detectable))
                              .set("choices", std::move(rows)));
  }
  return map_value().set("format", text_value("promptctl-plan 1")).set("plans", std::move(plans));
}

ExitCode execute(const PlanOptions& options, Session& session) {
  check_result_options(options.result, session);
  read_wish(options);
  Workspace workspace(session);
  const auto content = read_content(read_address(options.address), workspace, session.err);
  if (!content) {
    return ExitCode::rejected;
  }
  Diagnostics diagnostics;
  const Project project = workspace.registry.require_project(diagnostics);
  SqliteRunStore store(state_path(workspace.root, "runs.db"));
  const auto all =
      has_runs(workspace.root) ? plan_all(store, content->digest, project, options) : std::vector<Planned>();
  if (all.empty()) {
    throw Failure("no-pilot",
                  fmt::format("no run of {} has `{}`: there is nothing to plan from", options.address, options.metric),
                  fmt::format("promptctl eval {} makes a pilot", options.address));
  }
  const Result result{[&](const ReportStyle& style) { return console_text(all, options, style); },
                      [&] { return json_value(all); }};
  write_result(result, options.result, session);
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<PlanOptions>();
  options.argument("address", target->address, "The prompt: NAME, NAME@12, NAME@git:REV");
  options.text("--detect", "SHARE", target->detect, "The difference to see, in points: 3%");
  options.text("--metric", "NAME", target->metric,
               "In this figure: pass_rate, score, or an assertion's metric (pass_rate)");
  options.text("--tag", "TAG", target->tag, "On the cases with this tag");
  options.text("--suite", "SUITE", target->suite, "On this suite");
  options.text("--power", "SHARE", target->power, "How often to see it when it is there (80%)");
  options.text("--confidence", "SHARE", target->confidence, "The confidence of the interval (95%)");
  declare_result_options(options, target->result);
  options.example("promptctl plan support/triage --detect 3%");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command plan_command{"plan", "Say how many cases a difference takes to be seen, and what that costs", declare};

}  // namespace promptctl::cli
