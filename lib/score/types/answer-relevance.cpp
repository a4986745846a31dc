// `answer-relevance`: a judge says whether the reply is about what was asked.

#include "score/judged_assertion.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges& judges) {
  return ask_judge(settings, judges, {"answer-relevance", {}, {"relevant"}});
}

}  // namespace

const AssertionType answer_relevance_assertion{"answer-relevance", "a judge says that the reply answers what was asked",
                                               make};

}  // namespace promptctl
