// `icontains`: the reply holds a given piece of text, regardless of case.

#include "score/containment.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges&) {
  return compare_with_value(settings, Letters::folded, holds_text, "does not hold, in any case of letters,");
}

}  // namespace

const AssertionType icontains_assertion{"icontains", "the reply holds `value`, regardless of case", make};

}  // namespace promptctl
