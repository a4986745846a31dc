// `llm-rubric`: a judge says whether the reply meets a criterion.

#include "score/judged_assertion.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges& judges) {
  return ask_judge(settings, judges, {"rubric", "criterion"});
}

}  // namespace

const AssertionType llm_rubric_assertion{"llm-rubric", "a judge says that the reply meets the criterion `value`", make};

}  // namespace promptctl
