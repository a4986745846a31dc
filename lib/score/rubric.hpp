#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "dataset/golden_case.hpp"
#include "score/assertion_type.hpp"
#include "score/judges.hpp"
#include "score/score.hpp"

namespace promptctl {

struct CompiledRubric;

// What is known of a reply's score, and what must be asked to know the rest.
struct Scoring {
  Score score;
  std::vector<Need> needs;  // empty: the score is final
};

// How a suite judges the replies to its cases: by the suite's assertions, then by the case's own.
//
// An assertion is a map: `type`, with or without `not-` before it, which turns the finding round; `weight` (1; 0 or
// more); `required` (true); `metric`; and the keys of its type. Every text in it but the type is a template over the
// case: its variables by name, and `vars`, `expected`, `context` and `output` (the reply), which hide variables so
// named. A text that is nothing but `{{path}}` stands for the value itself, be it a map; `\{{` is a literal `{{`. What
// a template expands to is never expanded again.
//
// Immutable, cheap to copy, and safe to use from several threads at once.
class Rubric {
 public:
  // None after a fault: `unknown-assertion`, `unknown-key`, `missing-key`, `wrong-kind`, `out-of-range`, `bad-regex`,
  // `bad-schema`, or what templates and units report. Assertions that hold templates are compiled with each case.
  // `judges` are the models that assertions may ask.
  static std::optional<Rubric> compile(const std::vector<Value>& suite_assertions, std::shared_ptr<const Judges> judges,
                                       Diagnostics& diagnostics);

  // Where no assertion may ask a model.
  static std::optional<Rubric> compile(const std::vector<Value>& suite_assertions, Diagnostics& diagnostics);

  // Reports every fault that scoring `golden` would meet, undefined variables and having no assertion at all
  // or none that is required (`no-assertions`) included, and what passes on every reply (`says-nothing`); false when
  // there is one.
  bool check(const Case& golden, Diagnostics& diagnostics) const;

  // Judges a reply to a case that passed `check`. An empty reply passes only where some assertion looks for something
  // in it: what only forbids would pass on nothing. It passes when every required assertion passes and the weighted
  // mean of all scores reaches the case's threshold, where it has one. There is no verdict when a required assertion
  // could not tell, nor when an optional one that could not tell might have reached the threshold; unknown scores count
  // as 0. An assertion that must ask a model can't tell until all that it needs is among the answers: `needs` says what
  // that is, and there may be more once it is known.
  Scoring score(const Case& golden, const Subject& subject, const Answers& answers) const;

  // Of assertions that ask no model.
  Score score(const Case& golden, const Subject& subject) const { return score(golden, subject, {}).score; }

 private:
  explicit Rubric(std::shared_ptr<const CompiledRubric> compiled);

  std::shared_ptr<const CompiledRubric> compiled_;
};

}  // namespace promptctl
