#include "gate/judgement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <deque>

#include "base/text.hpp"
#include "compare/figures.hpp"
#include "gate/measure.hpp"
#include "gate/worst_case.hpp"

namespace promptctl {
namespace {

bool is_right(const Measure& measure, const Interval& interval) {
  return measure.must_be_above ? interval.low >= measure.limit : interval.high <= measure.limit;
}

bool is_wrong(const Measure& measure, const Interval& interval) {
  return measure.must_be_above ? interval.high < measure.limit : interval.low > measure.limit;
}

// How many more cases would bring the bound to the limit, were the figure to stay; none where it lies at the limit, or
// that many are out of reach. An interval narrows with the root of the number of cases.
std::optional<std::size_t> more_cases(const Measure& measure, const Interval& interval) {
  const double distance = std::abs(interval.value - measure.limit);
  const double half = interval.value > measure.limit ? interval.value - interval.low : interval.high - interval.value;
  constexpr double most = 1e6;
  if (distance <= 0 || !std::isfinite(half)) {
    return std::nullopt;
  }
  const double needed = static_cast<double>(measure.count) * (half / distance) * (half / distance);
  if (needed > most || needed <= static_cast<double>(measure.count)) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(std::ceil(needed)) - measure.count;
}

std::size_t undecided_critical(const RunSample& sample) {
  const std::vector<double> verdicts = figure_of_cases(sample, {std::string(pass_rate_figure), ""});
  std::size_t undecided = 0;
  for (std::size_t at = 0; at < verdicts.size(); ++at) {
    const CaseSample& one = sample.cases[at];
    undecided += one.critical && !one.quarantined && std::isnan(verdicts[at]) ? 1 : 0;
  }
  return undecided;
}

// One rule while it is decided.
struct RuleCase {
  Measure measure;
  RuleResult result;
  bool is_suspect = false;  // on the wrong side at the level without correction
};

class Judge {
 public:
  explicit Judge(const GatePolicy& policy)
      : policy_(policy), confidence_(policy.confidence.value_or(usual_confidence)) {}

  GateReport decide(const std::vector<GateEvidence>& evidence, bool is_live) {
    report_.level = 1 - confidence_;
    for (const GateEvidence& one : evidence) {
      report_.suites.push_back(
          {one.suite, one.target, one.digest, one.live_digest, one.notes, {}, one.witness, one.live_witness});
      if (one.candidate == nullptr) {
        report_.suites.back().rules.push_back(no_evidence());
      } else {
        weigh(one, is_live);
      }
    }
    step_down();
    hand_over();
    return std::move(report_);
  }

 private:
  static RuleResult no_evidence() {
    RuleResult result;
    result.rule = "evidence";
    result.why = "there is none that may be used";
    return result;
  }

  // A judge that is not known to be worth it decides nothing.
  RuleResult weigh_judge(const JudgeWorth& worth) const {
    RuleResult result;
    result.rule = fmt::format("judge `{}` on {} is calibrated", worth.judge, worth.target);
    if (!worth.least_kappa) {
      result.why =
          fmt::format("no calibration of just this prompt on this model: promptctl judge calibrate {}", worth.judge);
      return result;
    }
    const bool is_enough = *worth.least_kappa >= *policy_.judges_kappa;
    result.outcome = is_enough ? GateOutcome::accepted : GateOutcome::inconclusive;
    result.why = fmt::format("kappa is at least {:.3f}, by run {}; the policy asks for {}", *worth.least_kappa,
                             worth.run, number_text(*policy_.judges_kappa));
    return result;
  }

  // A rule that holds on what was seen must hold whatever the cases without a verdict would have been.
  void look_at_worst(const GateRule& rule, const GateSubject& subject, RuleCase& one) const {
    const bool of_cases = one.measure.unit == Measure::Unit::share || one.measure.unit == Measure::Unit::points;
    const bool holds = one.result.outcome == GateOutcome::accepted && one.measure.value;
    const bool is_of_missing = rule.figure == "errors" || rule.figure == "judge_errors";
    if (!holds || !of_cases || is_of_missing || !has_undecided(subject, rule.figure)) {
      return;
    }
    const bool candidate_passes = !one.measure.must_be_above;
    const RunSample candidate = with_undecided_as(*subject.candidate, candidate_passes, rule.figure);
    const auto live = subject.live == nullptr
                          ? std::nullopt
                          : std::optional(with_undecided_as(*subject.live, !candidate_passes, rule.figure));
    const GateSubject worst_subject{&candidate, live ? &*live : nullptr, subject.is_live, subject.join};
    const Measure worst = measure(rule, policy_, worst_subject);
    if (worst.value && !is_right(worst, interval_of(worst))) {
      one.result.outcome = GateOutcome::inconclusive;
      one.result.why = fmt::format("cases without a verdict could turn it: at worst {}",
                                   measure_text(worst.unit, interval_of(worst), static_cast<bool>(worst.interval)));
    }
  }

  // What decides: the interval at the policy's confidence, or the figure where that is a fact.
  Interval interval_of(const Measure& measure) const {
    const double value = measure.value.value_or(0);
    return measure.interval ? measure.interval(confidence_) : Interval{value, value, value};
  }

  void weigh(const GateEvidence& evidence, bool is_live) {
    subjects_.push_back({evidence.candidate, evidence.live, is_live, {}});
    GateSubject& subject = subjects_.back();
    if (evidence.live != nullptr) {
      subject.join = join_cases(*evidence.live, *evidence.candidate);
    }
    if (const std::size_t undecided = undecided_critical(*evidence.candidate); undecided > 0) {
      RuleResult result;
      result.rule = "every critical case has a verdict";
      result.why = counted(undecided, "critical case") + " without one: no share of errors covers that";
      report_.suites.back().rules.push_back(std::move(result));
    }
    for (const JudgeWorth& worth : policy_.judges_kappa ? evidence.judges : std::vector<JudgeWorth>()) {
      report_.suites.back().rules.push_back(weigh_judge(worth));
    }
    for (const GateRule& rule : policy_.rules) {
      rules_.push_back({measure(rule, policy_, subject), {}, false});
      owners_.push_back(report_.suites.size() - 1);
      RuleCase& one = rules_.back();
      one.result.rule = rule_text(rule);
      first_look(one, static_cast<std::size_t>(rule.min_cases.value_or(policy_.min_cases)));
      look_at_worst(rule, subject, one);
    }
  }

  // Decides what needs no family.
  void first_look(RuleCase& rule, std::size_t min_cases) {
    const Measure& measure = rule.measure;
    RuleResult& result = rule.result;
    if (!measure.value) {
      result.outcome = measure.holds_without_live ? GateOutcome::accepted : GateOutcome::inconclusive;
      result.why = measure.holds_without_live ? "there is nothing to compare with yet" : measure.missing;
      return;
    }
    const Interval interval = interval_of(measure);
    result.figure = interval;
    result.shown = !measure.detail.empty() ? measure.detail
                                           : measure_text(measure.unit, interval, static_cast<bool>(measure.interval));
    const bool of_run = measure.unit == Measure::Unit::cases;  // Flips are counted, however many cases are critical.
    if (measure.count < min_cases && !of_run) {
      result.why = fmt::format("{} of the {} that the policy asks for", measure.count, counted(min_cases, "case"));
      result.more_cases = min_cases - measure.count;
      return;
    }
    report_.family += measure.interval ? 1 : 0;
    if (is_right(measure, interval)) {
      result.outcome = GateOutcome::accepted;
      result.why = of_run && measure.count == 0 ? "no critical case passed before" : "";
    } else if (!measure.interval) {
      result.outcome = GateOutcome::rejected;
    } else {
      rule.is_suspect = is_wrong(measure, interval);
      leave_open(rule, interval);
    }
  }

  static void leave_open(RuleCase& rule, const Interval& interval) {
    rule.result.more_cases = more_cases(rule.measure, interval);
    const bool likely = rule.measure.must_be_above == (interval.value > rule.measure.limit);
    rule.result.why =
        !std::isfinite(interval.low) || !std::isfinite(interval.high) ? std::string("too few calls bound it")
        : rule.result.more_cases
            ? fmt::format("the interval holds the limit; about {} would {}",
                          counted(*rule.result.more_cases, "more case"),
                          likely ? "show that it holds" : "show that not")
            : std::string("the interval holds the limit, and the figure is too near to it to be told apart");
  }

  // Holm: while any suspect is on the wrong side at level ÷ (rules not yet rejected), reject it.
  void step_down() {
    for (std::size_t remaining = report_.family; remaining > 0;) {
      const double confidence = 1 - report_.level / static_cast<double>(remaining);
      const auto found = std::find_if(rules_.begin(), rules_.end(), [confidence](const RuleCase& rule) {
        return rule.is_suspect && is_wrong(rule.measure, rule.measure.interval(confidence));
      });
      if (found == rules_.end()) {
        break;
      }
      found->is_suspect = false;
      found->result.outcome = GateOutcome::rejected;
      found->result.why.clear();
      found->result.more_cases.reset();
      --remaining;
    }
    for (RuleCase& rule : rules_) {
      if (rule.is_suspect) {
        rule.result.why =
            fmt::format("beyond the limit, but not at the level that {} share", counted(report_.family, "rule"));
      }
    }
  }

  void hand_over() {
    for (std::size_t at = 0; at < rules_.size(); ++at) {
      report_.suites[owners_[at]].rules.push_back(std::move(rules_[at].result));
    }
    bool any = false;
    bool rejected = false;
    bool inconclusive = false;
    for (const SuiteDecision& suite : report_.suites) {
      for (const RuleResult& rule : suite.rules) {
        any = true;
        rejected = rejected || rule.outcome == GateOutcome::rejected;
        inconclusive = inconclusive || rule.outcome == GateOutcome::inconclusive;
      }
    }
    report_.outcome = rejected               ? GateOutcome::rejected
                      : inconclusive || !any ? GateOutcome::inconclusive
                                             : GateOutcome::accepted;
  }

  const GatePolicy& policy_;
  double confidence_;
  GateReport report_;
  std::deque<GateSubject> subjects_;  // Measures point to them.
  std::deque<RuleCase> rules_;
  std::vector<std::size_t> owners_;  // places in the report's suites, of the rules
};

}  // namespace

GateReport judge(const GatePolicy& policy, const std::vector<GateEvidence>& evidence, bool is_live) {
  return Judge(policy).decide(evidence, is_live);
}

}  // namespace promptctl
