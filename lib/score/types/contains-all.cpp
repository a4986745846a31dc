// `contains-all`: the reply holds every one of the given texts.

#include "score/containment.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges&) {
  return contains_all_of_value(settings, Letters::exact);
}

}  // namespace

const AssertionType contains_all_assertion{"contains-all", "the reply holds every text in `value`", make,
                                           Notation::list};

}  // namespace promptctl
