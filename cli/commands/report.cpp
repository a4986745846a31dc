// `promptctl report`: how good, how dear and how slow a prompt is: one run, two versions, or its history.

#include <fmt/format.h>

#include <memory>
#include <set>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/evaluate/report_subjects.hpp"
#include "cli/output/overview_output.hpp"

namespace promptctl::cli {
namespace {

struct ReportOptions {
  std::vector<std::string> subjects;
  std::string about = "all";
  std::optional<long long> per_day;
  std::optional<long long> last;
  std::string as;
  bool allow_drift = false;
  FormOutput output;
};

Topics read_topics(const std::string& about) {
  Topics topics{false, false, false};
  for (const std::string_view name : split(about, ',')) {
    const bool is_all = name == "all";
    if (!is_all && name != "quality" && name != "cost" && name != "latency") {
      throw Failure("usage", fmt::format("`--about {}`: a report is about quality, cost, latency or all", about));
    }
    topics.quality = topics.quality || is_all || name == "quality";
    topics.cost = topics.cost || is_all || name == "cost";
    topics.latency = topics.latency || is_all || name == "latency";
  }
  return topics;
}

// Models with what they cost now.
std::vector<OtherTarget> read_others(const std::string& as, const Project& project, const Workspace& workspace,
                                     std::chrono::system_clock::time_point now) {
  std::vector<OtherTarget> others;
  std::set<std::string> seen;
  for (const std::string_view name : as.empty() ? std::vector<std::string_view>() : split(as, ',')) {
    const auto target = find_target(std::string(trim(name)));
    if (!target) {
      throw Failure("usage", fmt::format("`--as {}`: `{}` names no model", as, name),
                    "write provider/model, as promptctl prices show does; several with commas");
    }
    OtherTarget other{target_name(*target), workspace.prices.find(*target, project, now), {}};
    if (!other.price) {
      const std::vector<std::string> names = workspace.prices.names(project);
      other.hint = did_you_mean(other.name, {names.begin(), names.end()});
    }
    if (seen.insert(other.name).second) {
      others.push_back(std::move(other));
    }
  }
  return others;
}

ExitCode execute(const ReportOptions& options, Session& session) {
  check_form_output(options.output, overview_forms(), session);
  const Topics topics = read_topics(options.about);
  if (!topics.cost && (options.per_day || !options.as.empty())) {
    throw Failure("usage", "--per-day and --as are about cost, which this report is not", "add cost to --about");
  }
  Workspace workspace(session);
  if (!has_runs(workspace.root)) {
    throw Failure("unknown-run", "no run is recorded here yet", "promptctl eval records one");
  }
  SqliteRunStore store(state_path(workspace.root, "runs.db"));
  Diagnostics diagnostics;
  const Project project = workspace.registry.require_project(diagnostics);
  ReportWish wish;
  wish.subjects = options.subjects;
  wish.most_runs = static_cast<std::size_t>(options.last.value_or(static_cast<long long>(wish.most_runs)));
  wish.most_cases = most_cases(options.output, overview_forms());
  wish.allow_drift = options.allow_drift;
  wish.costs.per_day = options.per_day;
  wish.costs.as = read_others(options.as, project, workspace, session.clock.now());
  Overview overview = find_overview(wish, project, workspace, store, session.err);
  overview.topics = topics;
  write_overview(overview, options.output, session);
  return ExitCode::accepted;
}

Action declare(Options& options) {
  const auto target = std::make_shared<ReportOptions>();
  options.arguments(
      "subjects", target->subjects,
      "Runs, prompts (their history), NAME@… (the newest runs of that content), or A..B (the latest run)");
  options.text("--about", "TOPICS", target->about, "quality, cost, latency, or several with commas (all)");
  options.number("--per-day", target->per_day, {1, 1'000'000'000'000}, "Project the cost to N calls a day");
  options.text("--as", "MODELS", target->as,
               "What the recorded tokens would cost with other models: provider/model, …");
  options.number("--last", target->last, {1, 10'000},
                 "Of a prompt's history, the last N runs of each suite and model (20)");
  options.flag("--allow-drift", target->allow_drift, "Compare runs of different datasets, suites or models too");
  declare_form_output(options, target->output, overview_forms());
  options.example("promptctl report --about cost --per-day 10000");
  options.example("promptctl report support/triage@production..support/triage -o report.html");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command report_command{"report", "Report quality, cost and latency", declare};

}  // namespace promptctl::cli
