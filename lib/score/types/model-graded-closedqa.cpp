// `model-graded-closedqa`: a judge says whether the reply answers the question as a criterion asks.

#include "score/judged_assertion.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges& judges) {
  return ask_judge(settings, judges, {"closedqa", "criterion"});
}

}  // namespace

const AssertionType model_graded_closedqa_assertion{
    "model-graded-closedqa", "a judge says that the reply answers the question and meets the criterion `value`", make};

}  // namespace promptctl
