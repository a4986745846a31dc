// `factuality`: a judge says how the reply stands to the facts of a reference.

#include "score/judged_assertion.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges& judges) {
  return ask_judge(settings, judges, {"factuality", "reference", {"agrees", "subset", "superset", "differs"}});
}

}  // namespace

const AssertionType factuality_assertion{"factuality",
                                         "a judge says that the reply does not contradict the facts in `value`", make};

}  // namespace promptctl
