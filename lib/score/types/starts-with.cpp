// `starts-with`: the reply begins with a given text.

#include "score/containment.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

bool starts(std::string_view reply, std::string_view wanted) {
  return reply.starts_with(wanted);
}

Check make(FieldReader& settings, const Judges&) {
  return compare_with_value(settings, Letters::exact, starts, "does not start with");
}

}  // namespace

const AssertionType starts_with_assertion{"starts-with", "the reply begins with `value`", make};

}  // namespace promptctl
