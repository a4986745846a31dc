#include "provider/provider_type.hpp"

#include <algorithm>

namespace promptctl {

const ProviderType* find_provider_type(std::string_view name) {
  const auto types = provider_types();
  const auto found = std::find_if(types.begin(), types.end(), [name](const auto* type) { return type->name == name; });
  return found == types.end() ? nullptr : *found;
}

ProviderSettings plain_provider(std::string_view name, const ProviderType& type) {
  const Value nothing = map_value();
  Diagnostics none;
  FieldReader fields(nothing, none);
  ProviderSettings settings;
  settings.name = name;
  settings.type = &type;
  settings.api = type.make(fields);
  return settings;
}

}  // namespace promptctl
