#include "gate/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "base/units.hpp"
#include "gate/correction.hpp"
#include "stats/confidence.hpp"
#include "stats/interval.hpp"

namespace promptctl {
namespace {

using Bound = GateRule::Bound;
using Unit = Measure::Unit;

Interval interval_around(double value, const Bounds& bounds) {
  return {value, bounds.low, bounds.high};
}

Measure missing(std::string why) {
  Measure measure;
  measure.missing = std::move(why);
  return measure;
}

// A rule that compares and has nothing to compare with.
Measure without_live(const GateSubject& subject) {
  Measure measure = missing("no comparable evidence of what is live: evaluate that too");
  measure.holds_without_live = !subject.is_live;
  return measure;
}

std::string no_value_of(const GateRule& rule, const RunSample& sample) {
  const bool is_metric = rule.figure != pass_rate_figure && rule.figure != score_figure;
  if (is_metric && std::find(sample.metrics.begin(), sample.metrics.end(), rule.figure) == sample.metrics.end()) {
    std::vector<std::string_view> known{sample.metrics.begin(), sample.metrics.end()};
    known.insert(known.end(),
                 {"pass_rate", "score", "critical", "errors", "judge_errors", "cost_per_case", "latency_p95"});
    const std::string hint = did_you_mean(rule.figure, known);
    return fmt::format("no assertion has the metric `{}`{}", rule.figure, hint.empty() ? "" : "; " + hint);
  }
  return rule.tag.empty() ? "no case has a verdict" : fmt::format("no case with the tag `{}` has a verdict", rule.tag);
}

Measure absolute_figure(const GateRule& rule, const GatePolicy& policy, const RunSample& sample) {
  CaseValues values = case_values(sample, {rule.figure, rule.tag});
  if (values.empty()) {
    return missing(no_value_of(rule, sample));
  }
  const bool is_rate = rule.figure == pass_rate_figure;
  Measure measure;
  measure.count = values.size();
  measure.value = mean(values.values());
  measure.must_be_above = rule.bound == Bound::at_least;
  measure.limit = rule.limit;
  if (policy.confidence) {
    measure.interval = [values = std::move(values), is_rate](double confidence) {
      return is_rate ? *values.share(confidence) : *values.mean(confidence);
    };
  }
  return measure;
}

Measure paired_figure(const GateRule& rule, const GateSubject& subject) {
  PairedFigure figure(*subject.live, *subject.candidate, subject.join, {rule.figure, rule.tag});
  if (figure.size() == 0) {
    return missing(no_value_of(rule, *subject.candidate));
  }
  Measure measure;
  measure.count = figure.size();
  measure.value = figure.after() - figure.before();
  measure.unit = Unit::points;
  measure.limit = -rule.limit;
  measure.interval = [figure = std::move(figure)](double confidence) { return figure.difference(confidence); };
  return measure;
}

// Of all cases but those in quarantine. A fact of the run: what is missing says nothing of what was seen.
Measure error_share(const GateRule& rule, const RunSample& sample) {
  const SampleCounts counts = counts_of(sample);
  if (counts.cases == 0) {
    return missing("there is no case");
  }
  Measure measure;
  measure.count = counts.cases;
  measure.value = static_cast<double>(counts.errors) / static_cast<double>(counts.cases);
  measure.must_be_above = false;
  measure.limit = rule.limit;
  return measure;
}

// Of all assertions that asked a judge. A fact of the run, as errors are.
Measure judge_error_share(const GateRule& rule, const RunSample& sample) {
  if (sample.judged == 0) {
    return missing("no assertion asks a judge");
  }
  Measure measure;
  measure.count = sample.judged;
  measure.value = static_cast<double>(sample.judge_errors) / static_cast<double>(sample.judged);
  measure.must_be_above = false;
  measure.limit = rule.limit;
  return measure;
}

Measure critical_flips(const GateRule& rule, const GateSubject& subject) {
  const FigureName name{std::string(pass_rate_figure), rule.tag};
  const std::vector<double> was = figure_of_cases(*subject.live, name);
  const std::vector<double> is = figure_of_cases(*subject.candidate, name);
  std::size_t flips = 0;
  std::size_t undecided = 0;
  std::size_t seen = 0;  // in both
  Measure measure;
  for (const auto& [left, right] : subject.join.pairs) {
    seen += std::isnan(was[left]) || std::isnan(is[right]) ? 0 : 1;
    const bool counts = subject.candidate->cases[right].critical && !std::isnan(was[left]) && is_pass(was[left]);
    measure.count += counts ? 1 : 0;
    undecided += counts && std::isnan(is[right]) ? 1 : 0;
    flips += counts && !std::isnan(is[right]) && !is_pass(is[right]) ? 1 : 0;
  }
  if (undecided > 0 && static_cast<double>(flips) <= rule.limit) {
    return missing(counted(undecided, "critical case") + " without a verdict");
  }
  if (seen == 0) {
    return missing("no case has a verdict in both runs");
  }
  measure.value = static_cast<double>(flips);
  measure.unit = Unit::cases;
  measure.must_be_above = false;
  measure.limit = rule.limit;
  return measure;
}

CallFigure call_figure(std::string_view figure) {
  return figure.starts_with("latency")  ? CallFigure::latency
         : figure.starts_with("first_") ? CallFigure::first_token
                                        : CallFigure::cost;
}

// "latency_p95": 0.95. None for a mean.
std::optional<double> quantile_share(std::string_view figure) {
  const std::size_t at = figure.rfind("_p");
  const auto percent = at == std::string_view::npos ? std::nullopt : parse_integer(figure.substr(at + 2));
  return percent ? std::optional(static_cast<double>(*percent) / 100) : std::nullopt;
}

std::string no_calls(CallFigure figure) {
  return figure == CallFigure::cost ? "the cost of no case is known: a price is missing, or the usage"
                                    : "no fresh call was measured: replies that were replayed don't count";
}

std::string timed_out(std::size_t calls) {
  return fmt::format("{} timed out: how long they would have taken is not known", counted(calls, "call"));
}

Measure absolute_calls(const GateRule& rule, const GatePolicy& policy, const RunSample& sample) {
  const CallFigure figure = call_figure(rule.figure);
  if (figure != CallFigure::cost && sample.timeouts > 0) {
    return missing(timed_out(sample.timeouts));
  }
  std::vector<double> values = call_values(sample, figure);
  if (values.empty()) {
    return missing(no_calls(figure));
  }
  const auto counted_cases = std::count_if(sample.cases.begin(), sample.cases.end(), [](const CaseSample& one) {
    return !one.quarantined && one.priced + one.unpriced > 0;
  });
  if (figure == CallFigure::cost && values.size() < static_cast<std::size_t>(counted_cases)) {
    return missing(
        "the cost of some cases is not known: a price or the usage is missing, or an attempt without an answer may be "
        "charged");
  }
  const auto share = quantile_share(rule.figure);
  Measure measure;
  measure.count = values.size();
  measure.value = share ? quantile(values, *share) : mean(values);
  measure.unit = figure == CallFigure::cost ? Unit::dollars : Unit::milliseconds;
  measure.must_be_above = false;
  measure.limit = rule.limit;
  if (policy.confidence) {
    measure.interval = [values = std::move(values), share, value = *measure.value](double confidence) {
      return interval_around(value, share ? quantile_interval(values, *share, confidence)
                                          : mean_interval(values, 0, values.back(), confidence));
    };
  }
  return measure;
}

// How many cases were called on both sides: the case is the unit, however often it was asked.
std::size_t cases_in_both(const CallPair& calls, std::size_t units) {
  std::vector<bool> before(units);
  for (const std::uint32_t unit : calls.before.unit) {
    before[unit] = true;
  }
  std::vector<bool> both(units);
  for (const std::uint32_t unit : calls.after.unit) {
    both[unit] = before[unit];
  }
  return static_cast<std::size_t>(std::count(both.begin(), both.end(), true));
}

Measure compared_calls(const GateRule& rule, const GatePolicy& policy, const GateSubject& subject) {
  const CallFigure figure = call_figure(rule.figure);
  const auto share = quantile_share(rule.figure);
  const std::size_t units = subject.join.pairs.size();
  if (const std::size_t timeouts = subject.live->timeouts + subject.candidate->timeouts;
      figure != CallFigure::cost && timeouts > 0) {
    return missing(timed_out(timeouts));
  }
  CallPair calls = paired_calls(*subject.live, *subject.candidate, subject.join, figure);
  const std::size_t count = cases_in_both(calls, units);
  auto ratio_at = [calls = std::move(calls), share, units](double confidence) {
    return share ? quantile_ratio(calls.before, calls.after, units, *share, confidence, usual_bootstrap)
                 : mean_ratio(calls.before, calls.after, units, confidence, usual_bootstrap);
  };
  const double usual = policy.confidence.value_or(usual_confidence);
  const auto first = ratio_at(usual);
  if (!first) {
    return missing(no_calls(figure));
  }
  Measure measure;
  measure.count = count;
  measure.value = first->ratio;
  measure.unit = Unit::ratio;
  measure.must_be_above = false;
  measure.limit = 1 + rule.limit;
  measure.interval = [ratio_at = std::move(ratio_at), first = *first, usual](double confidence) {
    const RatioInterval at = confidence == usual ? first : *ratio_at(confidence);  // Draws are dear.
    return interval_around(at.ratio, at.bounds);
  };
  return measure;
}

bool is_of_calls(std::string_view figure) {
  return figure.starts_with("latency_p") || figure.starts_with("first_token_p") || figure == "cost_per_case";
}

std::string one_text(Unit unit, double value) {
  switch (unit) {
    case Unit::share:
      return fmt::format("{:.1f}%", value * 100);
    case Unit::points:
      return fmt::format("{:+.1f}", value * 100);
    case Unit::ratio:
      return fmt::format("{:.2f}", value);
    case Unit::milliseconds:
      return duration_text(std::chrono::microseconds(std::llround(value * 1000)));
    case Unit::dollars:
      return money_text(Usd::picodollars(std::llround(value * 1e12)));
    case Unit::cases:
      break;
  }
  return counted(static_cast<std::size_t>(value), "case");
}

std::string bound_text(Unit unit, double value) {
  return std::isfinite(value) ? one_text(unit, value) : "unbounded";
}

}  // namespace

Measure measure(const GateRule& rule, const GatePolicy& policy, const GateSubject& subject) {
  const bool compares = rule.bound == Bound::not_worse_by || rule.bound == Bound::flips;
  if (compares && subject.live == nullptr) {
    return without_live(subject);
  }
  if (rule.bound == Bound::flips) {
    return critical_flips(rule, subject);
  }
  if (is_of_calls(rule.figure)) {
    return compares ? compared_calls(rule, policy, subject) : absolute_calls(rule, policy, *subject.candidate);
  }
  if (rule.figure == "errors") {
    return error_share(rule, *subject.candidate);
  }
  if (rule.figure == "judge_errors") {
    return judge_error_share(rule, *subject.candidate);
  }
  if (!rule.corrected_by.empty()) {
    return corrected_measure(rule, policy, *subject.candidate);
  }
  return compares ? paired_figure(rule, subject) : absolute_figure(rule, policy, *subject.candidate);
}

std::string measure_text(Unit unit, const Interval& figure, bool has_interval) {
  const std::string_view prefix = unit == Unit::ratio ? "×" : "";
  const std::string_view suffix = unit == Unit::points ? " points" : "";
  const std::string value = fmt::format("{}{}{}", prefix, one_text(unit, figure.value), suffix);
  return has_interval ? fmt::format("{} ({} to {})", value, bound_text(unit, figure.low), bound_text(unit, figure.high))
                      : value;
}

}  // namespace promptctl
