// `contains-any`: the reply holds at least one of the given texts.

#include "score/containment.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges&) {
  return contains_any_of_value(settings, Letters::exact);
}

}  // namespace

const AssertionType contains_any_assertion{"contains-any", "the reply holds one of the texts in `value`", make,
                                           Notation::list};

}  // namespace promptctl
