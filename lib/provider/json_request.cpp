#include "provider/json_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "document/json.hpp"
#include "provider/provider_type.hpp"

namespace promptctl {
namespace {

// Adds what the map does not have yet, map by map; the paths of what it has go to `known`.
void add_missing(Value& map, const Value& more, const std::string& above, std::vector<std::string>& known) {
  for (const Field& field : more.fields) {
    const auto found = std::ranges::find(map.fields, field.name, &Field::name);
    if (found == map.fields.end()) {
      map.set(field.name, field.value);
    } else if (found->value.is_map() && field.value.is_map()) {
      add_missing(found->value, field.value, above + field.name + ".", known);
    } else {
      known.push_back(above + field.name);
    }
  }
}

const Value* options_for(const Request& request, const ProviderSettings& settings) {
  return settings.type == nullptr ? nullptr : request.options.find(settings.type->name);
}

}  // namespace

HttpRequest json_request(const Request& request, const ProviderSettings& settings, std::string path, Value body,
                         const KeyHeader& key) {
  HttpRequest http;
  http.url = settings.base_url;
  http.path = std::move(path);
  http.headers = {{"Content-Type", "application/json"}};
  if (!settings.api_key.empty()) {
    http.headers.emplace_back(key.name, fmt::format("{}{}", key.before, settings.api_key));
  }
  http.headers.insert(http.headers.end(), settings.headers.begin(), settings.headers.end());
  if (const Value* options = options_for(request, settings)) {
    std::vector<std::string> not_sent;  // A fault of the prompt, which is reported before anything is asked.
    add_missing(body, *options, "", not_sent);
  }
  http.body = compact_json(body);
  return http;
}

void omit_parameters(Request& request, const ProviderSettings& settings) {
  for (const std::string& name : settings.omit) {
    clear_parameter(request.parameters, name);
  }
}

std::vector<std::string> options_in_the_way(Request request, const ProviderSettings& settings) {
  std::vector<std::string> known;
  const Value options = std::exchange(request.options, Value());
  const Value* own = settings.type == nullptr ? nullptr : options.find(settings.type->name);
  if (own != nullptr) {
    Value body = parse_json(settings.api->ask(request, settings).body).value_or(map_value());
    add_missing(body, *own, "", known);
  }
  return known;
}

}  // namespace promptctl
