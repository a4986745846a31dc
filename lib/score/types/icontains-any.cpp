// `icontains-any`: the reply holds at least one of the given texts, regardless of case.

#include "score/containment.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges&) {
  return contains_any_of_value(settings, Letters::folded);
}

}  // namespace

const AssertionType icontains_any_assertion{
    "icontains-any", "the reply holds one of the texts in `value`, regardless of case", make, Notation::list};

}  // namespace promptctl
