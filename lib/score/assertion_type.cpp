#include "score/assertion_type.hpp"

#include <algorithm>

namespace promptctl {

const AssertionType* find_assertion_type(std::string_view name) {
  const auto types = assertion_types();
  const auto found = std::find_if(types.begin(), types.end(), [name](const auto* type) { return type->name == name; });
  return found == types.end() ? nullptr : *found;
}

}  // namespace promptctl
