// `ends-with`: the reply ends in a given text.

#include "score/containment.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

bool ends(std::string_view reply, std::string_view wanted) {
  return reply.ends_with(wanted);
}

Check make(FieldReader& settings, const Judges&) {
  return compare_with_value(settings, Letters::exact, ends, "does not end with");
}

}  // namespace

const AssertionType ends_with_assertion{"ends-with", "the reply ends in `value`", make};

}  // namespace promptctl
