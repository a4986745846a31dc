#include "provider/provider_type.hpp"

#include <algorithm>
#include <array>

#include "document/json.hpp"

namespace promptctl {

const ProviderType* find_provider_type(std::string_view name) {
  const auto types = provider_types();
  const auto found = std::find_if(types.begin(), types.end(), [name](const auto* type) { return type->name == name; });
  return found == types.end() ? nullptr : *found;
}

bool Provider::is_reserved(std::string_view name) const {
  constexpr std::array<std::string_view, 12> reserved{
      "n",          "best_of",        "candidateCount",        "candidate_count",   "stream",          "stream_options",
      "max_tokens", "max_new_tokens", "max_completion_tokens", "max_output_tokens", "maxOutputTokens", "num_predict"};
  return std::ranges::find(reserved, name) != reserved.end();
}

ProviderSettings plain_provider(std::string_view name, const ProviderType& type) {
  return known_provider({name, "", ""}, type);
}

ProviderSettings known_provider(const KnownProvider& known, const ProviderType& type) {
  ProviderSettings settings;
  settings.usual = parse_json(known.settings).value_or(map_value());
  Diagnostics none;
  FieldReader fields(settings.usual, none);
  settings.name = known.name;
  settings.type = &type;
  settings.api = type.make(fields);
  settings.base_url = known.base_url;
  settings.api_key = known.api_key;
  return settings;
}

}  // namespace promptctl
