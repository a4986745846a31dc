// `contains`: the reply holds a given piece of text.

#include "score/containment.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges&) {
  return compare_with_value(settings, Letters::exact, holds_text, "does not hold");
}

}  // namespace

const AssertionType contains_assertion{"contains", "the reply holds `value`", make};

}  // namespace promptctl
