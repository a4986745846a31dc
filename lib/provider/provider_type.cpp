#include "provider/provider_type.hpp"

#include <algorithm>

namespace promptctl {

const ProviderType* find_provider_type(std::string_view name) {
  const auto types = provider_types();
  const auto found = std::find_if(types.begin(), types.end(), [name](const auto* type) { return type->name == name; });
  return found == types.end() ? nullptr : *found;
}

std::vector<ProviderKind> provider_kinds() {
  std::vector<ProviderKind> kinds;
  for (const ProviderType* type : provider_types()) {
    kinds.push_back({type->name, {type->finish_reasons.begin(), type->finish_reasons.end()}});
  }
  return kinds;
}

}  // namespace promptctl
