#include "compare/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"
#include "compare/case_changes.hpp"
#include "compare/figures.hpp"
#include "run/run_sampling.hpp"
#include "stats/interval.hpp"
#include "stats/multiple.hpp"
#include "stats/power.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_for_bootstrap = 10'000;
constexpr std::size_t most_for_permutation = 20;

// Cohen's h of two shares.
double distance_of_shares(double before, double after) {
  return 2 * std::asin(std::sqrt(after)) - 2 * std::asin(std::sqrt(before));
}

// Cohen's d of paired values: the mean difference in standard deviations; 0 where all are equal.
double standardized(const std::vector<double>& differences) {
  const double error = standard_error(differences);
  return error == 0 ? 0 : mean(differences) / (error * std::sqrt(static_cast<double>(differences.size())));
}

void test_difference(const PairedFigure& figure, FigureChange& change) {
  const std::vector<double>& differences = figure.differences();
  if (figure.is_rate()) {
    const McNemar test = mcnemar(figure.counts());
    change.p = test.exact;
    change.mid_p = test.mid;
    change.test = "exact McNemar";
  } else if (figure.is_grouped()) {
    change.p = clustered_t_p(differences, figure.cluster_of());
    change.test = "cluster t";
  } else if (differences.size() <= most_for_permutation) {
    change.p = sign_flip_p(differences);
    change.test = "sign flips";
  } else {
    change.p = paired_t_p(differences);
    change.test = "paired t";
  }
}

Interval bootstrap_of(const PairedFigure& figure, double confidence) {
  const auto means = bootstrap_means(figure.differences(), figure.cluster_of(), usual_bootstrap);
  const Bounds bounds = percentile_interval(means, confidence);
  return {figure.after() - figure.before(), bounds.low, bounds.high};
}

FigureChange change_of(const PairedFigure& figure, const FigureName& name, double confidence) {
  FigureChange change;
  change.figure = name.figure;
  change.tag = name.tag;
  change.count = figure.size();
  change.clusters = figure.clusters();
  change.before = figure.before();
  change.after = figure.after();
  change.difference = figure.difference(confidence);
  change.method = figure.method();
  test_difference(figure, change);
  if (name.tag.empty() && figure.size() <= most_for_bootstrap) {
    change.bootstrap = bootstrap_of(figure, confidence);
  }
  change.effect =
      figure.is_rate() ? distance_of_shares(change.before, change.after) : standardized(figure.differences());
  change.detectable = minimum_detectable_difference(figure.standard_deviation(), figure.clusters(), confidence);
  return change;
}

// In both runs, sorted.
std::vector<std::string> common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

std::vector<FigureName> figures_of(const RunSample& before, const RunSample& after) {
  std::vector<FigureName> names{{std::string(pass_rate_figure), ""}, {std::string(score_figure), ""}};
  for (const std::string& metric : common(before.metrics, after.metrics)) {
    names.push_back({metric, ""});
  }
  for (const std::string& tag : common(before.tags, after.tags)) {
    names.push_back({std::string(pass_rate_figure), tag});
    names.push_back({std::string(score_figure), tag});
  }
  return names;
}

std::optional<Interval> interval_of(const std::optional<RatioInterval>& ratio) {
  return ratio ? std::optional(Interval{ratio->ratio, ratio->bounds.low, ratio->bounds.high}) : std::nullopt;
}

RatioChange ratio_of(const RunSample& before, const RunSample& after, const CaseJoin& join, CallFigure figure,
                     double confidence) {
  const CallPair calls = paired_calls(before, after, join, figure);
  const std::size_t units = join.pairs.size();
  RatioChange change;
  change.timeouts = figure == CallFigure::cost ? 0 : before.timeouts + after.timeouts;
  if (change.timeouts > 0) {
    return change;
  }
  change.before = quantiles_of(calls.before.value);
  change.after = quantiles_of(calls.after.value);
  change.median = interval_of(quantile_ratio(calls.before, calls.after, units, 0.5, confidence, usual_bootstrap));
  change.p95 = interval_of(quantile_ratio(calls.before, calls.after, units, 0.95, confidence, usual_bootstrap));
  change.mean = interval_of(mean_ratio(calls.before, calls.after, units, confidence, usual_bootstrap));
  const bool by_case = figure == CallFigure::cost;
  change.excluded_before = (by_case ? before.cases.size() : counts_of(before).results) - calls.before.value.size();
  change.excluded_after = (by_case ? after.cases.size() : counts_of(after).results) - calls.after.value.size();
  return change;
}

void adjust(std::vector<FigureChange>& figures) {
  std::vector<double> p;
  p.reserve(figures.size());
  for (const FigureChange& figure : figures) {
    p.push_back(figure.p);
  }
  const std::vector<double> adjusted = holm_adjusted(p);
  for (std::size_t at = 0; at < figures.size(); ++at) {
    figures[at].adjusted_p = adjusted[at];
  }
}

void add_judges(const JudgeUses& before, const JudgeUses& after, std::vector<Drift>& drift) {
  JudgeUses all = before;
  all.insert(after.begin(), after.end());
  const auto text = [](const JudgeUses& uses, const std::string& name) {
    const auto found = uses.find(name);
    return found == uses.end() ? "none" : judge_use_text(found->second);
  };
  for (const auto& [name, either] : all) {
    drift.push_back({fmt::format("judge `{}`", name), text(before, name), text(after, name)});
  }
}

}  // namespace

std::vector<Drift> drift_between(const RunHeader& before, const RunHeader& after) {
  const bool own_models = before.provenance.own_model && after.provenance.own_model;
  std::vector<Drift> all{
      {"dataset", before.dataset_digest, after.dataset_digest},
      {"suite", before.suite_id, after.suite_id},
      {"suite's content", before.suite_digest, after.suite_digest},
      {"model", join(before.targets, ", "), join(after.targets, ", "), own_models},
      {"choice of cases", before.selection, after.selection},
      {"number of repeats", std::to_string(before.repeat), std::to_string(after.repeat)},
  };
  add_judges(before.provenance.judges, after.provenance.judges, all);
  const std::string& endpoint_before = before.provenance.endpoint;
  const std::string& endpoint_after = after.provenance.endpoint;
  if (!endpoint_before.empty() && !endpoint_after.empty()) {  // What was replayed was asked of none.
    const Drift server{"server", endpoint_before, endpoint_after, own_models && before.targets != after.targets};
    all.push_back(server);
  }
  std::erase_if(all, [](const Drift& drift) { return drift.before == drift.after; });
  return all;
}

bool is_comparable(const std::vector<Drift>& drift) {
  return std::all_of(drift.begin(), drift.end(), [](const Drift& one) { return one.of_content; });
}

bool are_comparable(const RunHeader& before, const RunHeader& after) {
  return is_comparable(drift_between(before, after));
}

Comparison compare(const RunSample& before, const RunSample& after, double confidence) {
  Comparison comparison;
  comparison.before = before.header;
  comparison.after = after.header;
  comparison.confidence = confidence;
  comparison.drift = drift_between(before.header, after.header);
  const CaseJoin join = join_cases(before, after);
  compare_cases(before, after, join, comparison);
  for (const FigureName& name : figures_of(before, after)) {
    const PairedFigure figure(before, after, join, name);
    if (figure.size() > 0) {
      comparison.figures.push_back(change_of(figure, name, confidence));
    }
  }
  adjust(comparison.figures);
  constexpr std::array<std::pair<CallFigure, std::string_view>, 3> ratios{
      {{CallFigure::latency, "latency"}, {CallFigure::first_token, "first token"}, {CallFigure::cost, "cost"}}};
  for (const auto& [figure, name] : ratios) {
    comparison.ratios.push_back(ratio_of(before, after, join, figure, confidence));
    comparison.ratios.back().figure = name;
  }
  comparison.flaky_before = flaky_cases(before);
  comparison.flaky_after = flaky_cases(after);
  return comparison;
}

}  // namespace promptctl
