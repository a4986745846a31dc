#include "gate/correction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "stats/confidence.hpp"
#include "stats/prediction_powered.hpp"

namespace promptctl {
namespace {

constexpr std::size_t least_labels = 50;

std::string share_text(double value, const Bounds& bounds) {
  return fmt::format("{:.1f}% ({:.1f}% to {:.1f}%)", value * 100, bounds.low * 100, bounds.high * 100);
}

Measure missing(std::string why) {
  Measure measure;
  measure.missing = std::move(why);
  return measure;
}

// What the judge and people say of the cases.
struct Judged {
  std::vector<LabelledCase> labelled;
  std::vector<PredictedCase> unlabelled;  // the judge's word on the others
  std::vector<double> of_judge;           // on all
  std::vector<double> of_people;
};

Judged judged_cases(const GateRule& rule, const RunSample& sample) {
  const std::vector<double> by_judge = figure_of_cases(sample, {rule.figure, rule.tag});
  const std::vector<double> by_people = figure_of_cases(sample, {rule.corrected_by, rule.tag});
  Judged judged;
  for (std::size_t at = 0; at < by_judge.size(); ++at) {
    if (std::isnan(by_judge[at])) {
      continue;
    }
    judged.of_judge.push_back(by_judge[at]);
    if (std::isnan(by_people[at])) {
      judged.unlabelled.push_back({by_judge[at], sample.cases[at].group});
    } else {
      judged.labelled.push_back({by_people[at], by_judge[at], sample.cases[at].group});
      judged.of_people.push_back(by_people[at]);
    }
  }
  return judged;
}

}  // namespace

Measure corrected_measure(const GateRule& rule, const GatePolicy& policy, const RunSample& sample) {
  Judged judged = judged_cases(rule, sample);
  if (judged.of_judge.empty()) {
    return missing(fmt::format("no case has a value of `{}`", rule.figure));
  }
  if (std::find(sample.metrics.begin(), sample.metrics.end(), rule.corrected_by) == sample.metrics.end()) {
    const std::vector<std::string_view> known(sample.metrics.begin(), sample.metrics.end());
    const std::string hint = did_you_mean(rule.corrected_by, known);
    return missing(
        fmt::format("no assertion has the metric `{}`{}", rule.corrected_by, hint.empty() ? "" : "; " + hint));
  }
  if (judged.labelled.size() < least_labels) {
    return missing(fmt::format("{} of people, and a correction takes {}: promptctl review",
                               counted(judged.labelled.size(), "label"), least_labels));
  }
  const double usual = policy.confidence.value_or(usual_confidence);
  const CorrectedShare corrected = corrected_share(judged.labelled, judged.unlabelled, usual);
  Measure measure;
  measure.count = judged.of_judge.size();
  measure.value = corrected.value;
  measure.must_be_above = rule.bound == GateRule::Bound::at_least;
  measure.limit = rule.limit;
  measure.detail = fmt::format("judge {:.1f}%, corrected {}, labels alone {}", mean(judged.of_judge) * 100,
                               share_text(corrected.value, corrected.bounds),
                               share_text(mean(judged.of_people), mean_interval(judged.of_people, 0, 1, usual)));
  measure.interval = [labelled = std::move(judged.labelled),
                      unlabelled = std::move(judged.unlabelled)](double confidence) {
    const CorrectedShare share = corrected_share(labelled, unlabelled, confidence);
    return Interval{share.value, share.bounds.low, share.bounds.high};
  };
  return measure;
}

}  // namespace promptctl
