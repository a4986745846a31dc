// `judge`: a judge of the suite or the registry says what the reply is worth.

#include "score/judged_assertion.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges& judges) {
  return ask_judge(settings, judges, {});
}

}  // namespace

const AssertionType judge_assertion{
    "judge", "the judge `judge` says a word of `pass`, a level of at least `threshold`, or yes", make};

}  // namespace promptctl
