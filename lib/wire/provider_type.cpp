#include "wire/provider_type.hpp"

#include <algorithm>

namespace promptctl {

const ProviderType* find_provider_type(std::string_view name) {
  const auto types = provider_types();
  const auto found = std::find_if(types.begin(), types.end(), [name](const auto* type) { return type->name == name; });
  return found == types.end() ? nullptr : *found;
}

std::vector<std::string_view> provider_type_names() {
  std::vector<std::string_view> names;
  for (const ProviderType* type : provider_types()) {
    names.push_back(type->name);
  }
  return names;
}

}  // namespace promptctl
