// `icontains-all`: the reply holds every one of the given texts, regardless of case.

#include "score/containment.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges&) {
  return contains_all_of_value(settings, Letters::folded);
}

}  // namespace

const AssertionType icontains_all_assertion{
    "icontains-all", "the reply holds every text in `value`, regardless of case", make, Notation::list};

}  // namespace promptctl
