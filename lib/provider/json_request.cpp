#include "provider/json_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "document/json.hpp"
#include "provider/provider_type.hpp"

namespace promptctl {
namespace {

// Adds the options that the body does not have yet, map by map; the paths of the others go to `decided`.
void add_options(Value& body, const Value& options, const Provider& provider, const std::string& above,
                 std::vector<std::string>& decided) {
  for (const Field& field : options.fields) {
    const auto found = std::ranges::find(body.fields, field.name, &Field::name);
    const bool is_new = found == body.fields.end();
    if (is_new && field.value.is_map()) {
      Value inside = map_value();
      add_options(inside, field.value, provider, above + field.name + ".", decided);
      body.set(field.name, std::move(inside));
    } else if (!is_new && found->value.is_map() && field.value.is_map()) {
      add_options(found->value, field.value, provider, above + field.name + ".", decided);
    } else if (!is_new || provider.is_reserved(field.name)) {
      decided.push_back(above + field.name);
    } else {
      body.set(field.name, field.value);
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
  if (!settings.api_key.empty() && !key.name.empty()) {
    http.headers.emplace_back(key.name, fmt::format("{}{}", key.before, settings.api_key));
  }
  http.headers.insert(http.headers.end(), settings.headers.begin(), settings.headers.end());
  if (const Value* options = options_for(request, settings)) {
    std::vector<std::string> not_sent;  // A fault of the prompt, which is reported before anything is asked.
    add_options(body, *options, *settings.api, "", not_sent);
  }
  http.body = compact_json(body);
  return http;
}

std::vector<std::string> options_in_the_way(Request request, const ProviderSettings& settings) {
  std::vector<std::string> decided;
  const Value options = std::exchange(request.options, Value());
  const Value* own = settings.type == nullptr ? nullptr : options.find(settings.type->name);
  if (own != nullptr) {
    Value body = parse_json(settings.api->ask(request, settings).body).value_or(map_value());
    add_options(body, *own, *settings.api, "", decided);
  }
  return decided;
}

}  // namespace promptctl
