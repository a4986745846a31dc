#include "provider/reply_places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "document/json.hpp"
#include "provider/provider_type.hpp"

namespace promptctl {
namespace {

// What says how requests are carried, how many, and who may be asked what: no reply is another for it.
std::string reply_conditions(const ProviderSettings& settings) {
  constexpr std::array<std::string_view, 11> carriage{"give_up_after", "type",           "base_url", "api_key",
                                                      "concurrency",   "retries",        "timeouts", "limits",
                                                      "proxy",         "max_data_class", "ca_file"};
  Value said = map_value().set("type", text_value(settings.type == nullptr ? "" : settings.type->name));
  for (const Field& field : settings.entry.fields) {
    if (std::ranges::find(carriage, field.name) == carriage.end()) {
      said.set(field.name, field.value);
    }
  }
  if (!settings.program.empty()) {
    said.set("the program's bytes", text_value(settings.program));
  }
  return canonical_json(said);
}

}  // namespace

std::map<std::string, std::string> reply_places(const std::map<std::string, ProviderSettings>& providers,
                                                const Variables& variables) {
  std::map<std::string, std::string> places = provider_addresses(providers, variables);
  for (auto& [name, place] : places) {
    place = fmt::format("{} {}", place, reply_conditions(providers.at(name)));
  }
  return places;
}

}  // namespace promptctl
