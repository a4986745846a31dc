// `is-refusal`: the model refuses to answer. An empty reply counts as a refusal.

#include <fmt/format.h>

#include "base/characters.hpp"
#include "score/finding.hpp"
#include "score/refusal.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Finding judge_refusal(const Subject& subject) {
  if (!subject.refusal.empty() || is_blank(subject.text)) {
    return passed_also_blank(true);
  }
  const auto outcome = find_refusal(subject.text);
  if (outcome == Match::Outcome::limit) {
    return undecided("the reply is too long to be searched for a refusal");
  }
  return outcome == Match::Outcome::matched
             ? passed()
             : failed(fmt::format("expected a refusal, not {}", in_quotes(subject.text)));
}

Check make(FieldReader&, const Judges&) {
  return at_once(judge_refusal);
}

}  // namespace

const AssertionType is_refusal_assertion{"is-refusal", "the model refuses to answer, or says nothing", make};

}  // namespace promptctl
