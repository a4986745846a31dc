#include "score/rubric.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/characters.hpp"
#include "score/assertion.hpp"
#include "score/filling.hpp"
#include "score/self_judging.hpp"

namespace promptctl {
namespace {

using Outcome = AssertionResult::Outcome;

// An assertion as far as it can be read without a case.
struct PreparedAssertion {
  TemplatedValue source;
  std::optional<Assertion> ready;  // none: templates come first
};

// Faults that a template can't cause or cure: they are reported at once, not once a case.
bool is_lasting(const Diagnostic& fault) {
  constexpr std::array codes{"unknown-assertion", "unknown-key", "missing-key", "unknown-judge", "no-judge"};
  return std::find(codes.begin(), codes.end(), fault.code) != codes.end();
}

std::optional<PreparedAssertion> prepare(const Value& written, const Judges& judges, Diagnostics& diagnostics) {
  auto source = TemplatedValue::parse(written, diagnostics);
  if (!source) {
    return std::nullopt;
  }
  Diagnostics found;
  auto ready = read_assertion(written, true, judges, found);
  bool faulty = false;
  for (const Diagnostic& fault : found.all()) {
    const bool is_of_judge = fault.where.path() != written.where.path();  // Its prompt's: no case can cause or cure it.
    if (source->is_fixed() || is_lasting(fault) || is_of_judge) {
      diagnostics.add_once(fault);
      faulty = faulty || fault.severity == Severity::error;
    }
  }
  if (faulty) {
    return std::nullopt;
  }
  return PreparedAssertion{*source, source->is_fixed() ? std::move(ready) : std::nullopt};
}

// All of them, or none after a fault.
std::optional<std::vector<PreparedAssertion>> prepare_all(const std::vector<Value>& written, const Judges& judges,
                                                          Diagnostics& diagnostics) {
  std::vector<PreparedAssertion> prepared;
  for (const Value& one : written) {
    if (auto assertion = prepare(one, judges, diagnostics)) {
      prepared.push_back(*std::move(assertion));
    }
  }
  return prepared.size() == written.size() ? std::optional(std::move(prepared)) : std::nullopt;
}

bool any_templates(const std::vector<PreparedAssertion>& assertions) {
  return std::any_of(assertions.begin(), assertions.end(),
                     [](const PreparedAssertion& assertion) { return !assertion.ready.has_value(); });
}

// Of an assertion that is not ready: with its templates filled in.
std::optional<Assertion> complete(const PreparedAssertion& prepared, const Value& variables, const Judges& judges,
                                  Diagnostics& diagnostics) {
  const auto filled = prepared.source.fill(variables, diagnostics);
  return filled ? read_assertion(*filled, true, judges, diagnostics) : std::nullopt;
}

void complete_all(const std::vector<PreparedAssertion>& assertions, const Value& variables, const Judges& judges,
                  Diagnostics& diagnostics) {
  for (const PreparedAssertion& assertion : assertions) {
    if (!assertion.ready) {
      complete(assertion, variables, judges, diagnostics);
    }
  }
}

Judged unreadable(const Value& written, const Diagnostics& faults) {
  AssertionResult result;
  const Value* type = written.find("type");
  result.type = type == nullptr ? "" : type->text;
  result.outcome = Outcome::error;
  result.reason = faults.all().empty() ? "the assertion can't be read" : faults.all().front().message;
  return {std::move(result)};
}

// What a reply is judged with.
struct Terms {
  const Value& variables;
  const Subject& subject;
  const Judges& judges;
  const Answers& answers;
};

Judged judge_prepared(const PreparedAssertion& prepared, const Terms& terms) {
  if (prepared.ready) {
    return judge(*prepared.ready, terms.subject, terms.answers);
  }
  Diagnostics faults;
  const auto assertion = complete(prepared, terms.variables, terms.judges, faults);
  return assertion ? judge(*assertion, terms.subject, terms.answers) : unreadable(prepared.source.written(), faults);
}

void judge_threshold(Score& score, double threshold) {
  score.passed = reaches(score.assertions, threshold);
  if (score.passed != true) {
    score.reason = fmt::format("the weighted score {:.3g} {} the threshold {:.3g}", score.value,
                               score.passed ? "is below" : "may or may not reach", threshold);
  }
}

// A reply without content is no answer: where it is not what was asked for, what passes on it passes on nothing.
void fail_on_nothing(const Subject& subject, std::vector<Judged>& judged) {
  const std::string_view nothing =
      is_blank(subject.refusal) ? "the reply is empty" : "the provider reports a refusal and no reply";
  for (Judged& one : judged) {
    if (one.result.outcome != Outcome::error) {
      const bool passed = one.result.outcome == Outcome::passed;
      one.result.outcome = Outcome::failed;
      one.result.score = 0;
      one.result.reason = passed ? fmt::format("{}, which no required assertion asks for", nothing) : one.result.reason;
    }
  }
}

bool is_required(const Value& written) {
  const Value* required = written.find("required");
  return required == nullptr || required->is_true();
}

Score sum_up(std::vector<AssertionResult> results, std::optional<double> threshold) {
  Score score;
  score.value = weighted_mean(results);
  score.assertions = std::move(results);
  if (score.assertions.empty() || has_required(score.assertions, Outcome::error)) {
    return score;
  }
  score.passed = !has_required(score.assertions, Outcome::failed);
  if (*score.passed && threshold) {
    judge_threshold(score, *threshold);
  }
  return score;
}

}  // namespace

struct CompiledRubric {
  std::shared_ptr<const Judges> judges;
  std::vector<PreparedAssertion> assertions;
  std::vector<TemplatedValue> self_judging;
  bool has_templates = false;
  bool has_required = false;
};

Rubric::Rubric(std::shared_ptr<const CompiledRubric> compiled) : compiled_(std::move(compiled)) {}

std::optional<Rubric> Rubric::compile(const std::vector<Value>& suite_assertions, Diagnostics& diagnostics) {
  return compile(suite_assertions, std::shared_ptr<const Judges>(std::shared_ptr<void>(), &no_judges()), diagnostics);
}

std::optional<Rubric> Rubric::compile(const std::vector<Value>& suite_assertions, std::shared_ptr<const Judges> judges,
                                      Diagnostics& diagnostics) {
  auto assertions = prepare_all(suite_assertions, *judges, diagnostics);
  if (!assertions) {
    return std::nullopt;
  }
  const bool templates = any_templates(*assertions);
  const bool required = std::any_of(suite_assertions.begin(), suite_assertions.end(), is_required);
  return Rubric(std::make_shared<const CompiledRubric>(
      CompiledRubric{std::move(judges), *std::move(assertions), self_judging(suite_assertions), templates, required}));
}

bool Rubric::check(const Case& golden, Diagnostics& diagnostics) const {
  const std::size_t errors_before = diagnostics.errors();
  if (compiled_->assertions.empty() && golden.assertions.empty()) {
    diagnostics.error("no-assertions", golden.where, fmt::format("nothing judges the case `{}`", golden.id),
                      "give the suite or the case an `assert`");
  }
  if (golden.threshold.value_or(0) <= 0 && !compiled_->has_required &&
      std::none_of(golden.assertions.begin(), golden.assertions.end(), is_required) &&
      !(compiled_->assertions.empty() && golden.assertions.empty())) {
    diagnostics.error("no-assertions", golden.where,
                      fmt::format("no assertion is required of the case `{}`", golden.id),
                      "leave one `required`, or give the case a `threshold` above 0");
  }
  const auto own = prepare_all(golden.assertions, *compiled_->judges, diagnostics);
  const bool templates = compiled_->has_templates || (own && any_templates(*own));
  const Value variables = templates ? assertion_variables(golden, golden.output.value_or("")) : map_value();
  Diagnostics found;
  complete_all(compiled_->assertions, variables, *compiled_->judges, found);
  for (Diagnostic fault : found.all()) {
    fault.message += fmt::format(" (case `{}`)", golden.id);
    diagnostics.add(std::move(fault));
  }
  check_self_judging(compiled_->self_judging, golden, diagnostics);
  if (own) {
    complete_all(*own, variables, *compiled_->judges, diagnostics);
    check_self_judging(self_judging(golden.assertions), golden, diagnostics);
  }
  return diagnostics.errors() == errors_before;
}

Scoring Rubric::score(const Case& golden, const Subject& known, const Answers& answers) const {
  Subject subject = known;
  subject.golden = &golden;
  const bool templates = compiled_->has_templates || !golden.assertions.empty();
  const Value variables = templates ? assertion_variables(golden, subject.text) : map_value();
  const Terms terms{variables, subject, *compiled_->judges, answers};
  std::vector<Judged> judged;
  for (const PreparedAssertion& assertion : compiled_->assertions) {
    judged.push_back(judge_prepared(assertion, terms));
  }
  for (const Value& written : golden.assertions) {
    Diagnostics faults;
    const auto own = prepare(written, *compiled_->judges, faults);
    judged.push_back(own ? judge_prepared(*own, terms) : unreadable(written, faults));
  }
  if (is_blank(subject.text) && !ask_for_blank(judged)) {
    fail_on_nothing(subject, judged);
  }
  std::vector<Need> needs = needs_of(judged);
  return {sum_up(results_of(std::move(judged)), golden.threshold), std::move(needs)};
}

}  // namespace promptctl
