#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "score/assertion_type.hpp"
#include "score/judges.hpp"
#include "score/score.hpp"

namespace promptctl {

// One assertion, ready to judge.
struct Assertion {
  std::string type;  // as written, "not-" included
  std::string metric;
  double weight = 1;
  bool required = true;
  bool negated = false;
  std::string value;  // what `value` said, for reasons; may be empty
  Check check;
};

// Of what stands at `type`, "not-" included; null when there is no such type.
const AssertionType* assertion_type_of(std::string_view written);

// Reads an assertion that holds no templates (any more). None after a fault. `required` is what `required` is where it
// is not written.
std::optional<Assertion> read_assertion(const Value& written, bool required, const Judges& judges,
                                        Diagnostics& diagnostics);

// What an assertion said, and whether an empty reply is what it asks for (`Finding::asks_for_blank`).
struct Judged {
  AssertionResult result;
  bool asks_for_blank = false;
  std::vector<Need> needs = {};  // what it must know first; until then it can't tell
};

Judged judge(const Assertion& assertion, const Subject& subject, const Answers& answers);

// All that any of them must know first, each once.
std::vector<Need> needs_of(const std::vector<Judged>& judged);

// Whether an empty reply is what they ask for together: a required one that passed says so, or one with any weight
// where none is required.
bool ask_for_blank(const std::vector<Judged>& judged);

std::vector<AssertionResult> results_of(std::vector<Judged> judged);

// Whether some required result has this outcome.
bool has_required(const std::vector<AssertionResult>& results, AssertionResult::Outcome outcome);

// The mean of the scores by weight; a result that could not tell counts as `unknown`. 0 when nothing has any weight.
double weighted_mean(const std::vector<AssertionResult>& results, double unknown = 0);

// Whether the weighted mean reaches the threshold; none when that hangs on results that could not tell.
std::optional<bool> reaches(const std::vector<AssertionResult>& results, double threshold);

}  // namespace promptctl
