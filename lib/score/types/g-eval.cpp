// `g-eval`: a judge gives the reply a level, from 1 to 5.

#include "score/judged_assertion.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges& judges) {
  return ask_judge(settings, judges, {"g-eval", "criterion"});
}

}  // namespace

const AssertionType g_eval_assertion{
    "g-eval", "a judge gives the reply at least the level `threshold`, 2 to 5, by the criterion `value`", make};

}  // namespace promptctl
