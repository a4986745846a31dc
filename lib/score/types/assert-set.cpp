// `assert-set`: several assertions as one. It passes when every required one passes and the weighted mean of all scores
// reaches its threshold, where it has one; in a set with a threshold none is required unless it says so.

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "base/text.hpp"
#include "score/assertion.hpp"
#include "score/finding.hpp"
#include "score/settings.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

using Outcome = AssertionResult::Outcome;

struct AssertionSet {
  std::vector<Assertion> assertions;
  std::optional<double> threshold;
};

std::string reasons_of(const std::vector<AssertionResult>& results) {
  std::vector<std::string> reasons;
  for (const AssertionResult& result : results) {
    if (result.outcome != Outcome::passed) {
      reasons.push_back(fmt::format("{}: {}", result.type, result.reason));
    }
  }
  return join(reasons, "; ");
}

std::vector<Judged> judge_each(const AssertionSet& set, const Subject& subject, const Answers& answers) {
  std::vector<Judged> judged(set.assertions.size());
  std::transform(set.assertions.begin(), set.assertions.end(), judged.begin(),
                 [&](const Assertion& assertion) { return judge(assertion, subject, answers); });
  return judged;
}

// One that asked a model and has no verdict, first of all one that may have it when it is asked again; null where there
// is none.
const AssertionResult* doubtful_of(const std::vector<AssertionResult>& results) {
  const AssertionResult* doubtful = nullptr;
  for (const AssertionResult& one : results) {
    const bool may_change = one.doubt == Doubt::not_asked || one.doubt == Doubt::provider;
    if (one.doubt && (doubtful == nullptr || may_change)) {
      doubtful = &one;
    }
  }
  return doubtful;
}

Step judge_set(const AssertionSet& set, const Subject& subject, const Answers& answers) {
  auto judged = judge_each(set, subject, answers);
  if (auto needs = needs_of(judged); !needs.empty()) {
    return needs;
  }
  const bool asks_for_blank = ask_for_blank(judged);
  const auto results = results_of(std::move(judged));
  const double score = weighted_mean(results);
  const double threshold = set.threshold.value_or(0);
  const auto reached = reaches(results, threshold);
  if (has_required(results, Outcome::error) || !reached) {
    Finding finding = undecided(reasons_of(results));
    finding.score = score;
    const AssertionResult* doubtful = doubtful_of(results);
    finding.doubt = doubtful == nullptr ? std::nullopt : doubtful->doubt;
    finding.judge = doubtful == nullptr ? "" : doubtful->judge;
    return finding;
  }
  if (has_required(results, Outcome::failed)) {
    return Finding{Outcome::failed, score, reasons_of(results)};
  }
  if (!*reached) {
    return Finding{Outcome::failed, score,
                   fmt::format("the weighted score {:.3g} is below the threshold {:.3g}: {}", score, threshold,
                               reasons_of(results))};
  }
  return Finding{Outcome::passed, score, "", asks_for_blank};
}

Check make(FieldReader& settings, const Judges& judges) {
  AssertionSet set;
  set.threshold = settings.optional_number("threshold");
  if (set.threshold && (*set.threshold <= 0 || *set.threshold > 1)) {
    settings.diagnostics().error("out-of-range", settings.map().find("threshold")->where,
                                 "`threshold` must be more than 0 and at most 1");
  }
  const Value* nested = settings.required_value("assert");
  const bool listed = nested != nullptr && settings.optional_list("assert") != nullptr;
  if (listed && nested->items.empty()) {
    settings.diagnostics().error("no-assertions", nested->where, "the set has no assertions: every reply would pass");
  }
  for (std::size_t at = 0; listed && at < nested->items.size(); ++at) {
    if (auto assertion =
            read_assertion(nested->items[at], !set.threshold.has_value(), judges, settings.diagnostics())) {
      set.assertions.push_back(*std::move(assertion));
    }
  }
  if (!set.threshold && !set.assertions.empty() &&
      std::none_of(set.assertions.begin(), set.assertions.end(), std::mem_fn(&Assertion::required))) {
    settings.diagnostics().error("no-assertions", nested->where,
                                 "no assertion of the set is required: every reply would pass",
                                 "leave one `required`, or give the set a `threshold`");
  }
  return [set](const Subject& subject, const Answers& answers) { return judge_set(set, subject, answers); };
}

}  // namespace

const AssertionType assert_set_assertion{
    "assert-set", "the assertions in `assert` pass: each, or enough of them to reach `threshold`", make};

}  // namespace promptctl
