#include "provider/fitted_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "document/value.hpp"
#include "provider/json_request.hpp"
#include "provider/provider.hpp"
#include "provider/provider_type.hpp"

namespace promptctl {
namespace {

void leave_out(Request& request, std::string_view parameter) {
  if (parameter == "json_output") {
    request.json_output = false;
  }
  if (parameter == "json_output" || parameter == "output_schema") {
    request.output_schema = Value();
  }
  clear_parameter(request.parameters, parameter);
}

bool is_of(const Omission& omission, const Target& target) {
  return omission.model.empty() || omission.model == target.model;
}

// At the end of the last instructions, or before everything where there are none.
void put_schema_into_prompt(Request& request, const Provider& provider) {
  const std::string text =
      fmt::format("Reply with one JSON value that matches this JSON Schema, and with nothing else:\n{}",
                  compact_json(request.output_schema));
  auto& messages = request.messages;
  const auto last = std::find_if(messages.rbegin(), messages.rend(),
                                 [](const Message& message) { return message.role == Role::system; });
  if (last == messages.rend()) {
    messages.insert(messages.begin(), text_message(Role::system, text));
  } else {
    last->parts.emplace_back(TextPart{"\n\n" + text});
  }
  request.output_schema = Value();
  request.json_output = provider.takes("json_output", request.target.model);
}

// All that is asked for, by name and key.
std::vector<ParameterName> asked_names(const Request& request) {
  std::vector<ParameterName> names;
  const Value asked = parameters_value(request.parameters);
  for (const ParameterName& name : parameter_names()) {
    if (asked.find(name.name) != nullptr) {
      names.push_back(name);
    }
  }
  if (request.json_output || !request.output_schema.is_null()) {
    names.push_back(output_names[request.output_schema.is_null() ? 0 : 1]);
  }
  return names;
}

std::string way_out(const ParameterName& name, const Request& request, const ProviderSettings& settings) {
  const std::string omit = fmt::format("`omit: [{}]` for `{}` in promptctl.yaml", name.key, settings.name);
  if (name.name == "output_schema") {
    return fmt::format("`schemas: prompt` for `{}` in promptctl.yaml puts it into the prompt's text; {} leaves it out",
                       settings.name, omit);
  }
  if (name.name == "json_output" && settings.api->takes("output_schema", request.target.model)) {
    return fmt::format("give an `output.schema`, or write {}", omit);
  }
  return fmt::format("take it out, or write {}", omit);
}

std::string_view key_of(std::string_view parameter) {
  const auto names = parameter_names();
  const auto found = std::ranges::find(names, parameter, &ParameterName::name);
  return found == names.end() ? parameter : found->key;
}

}  // namespace

Request fitted(Request request, const ProviderSettings& settings) {
  for (const Omission& omission : settings.omit) {
    if (is_of(omission, request.target)) {
      leave_out(request, omission.parameter);
    }
  }
  if (settings.api == nullptr) {
    return request;
  }
  if (settings.schema_in_prompt && !request.output_schema.is_null()) {
    put_schema_into_prompt(request, *settings.api);
  }
  settings.api->complete(request.parameters, request.target.model);
  return request;
}

std::vector<ParameterFault> parameter_faults(const Request& request, const ProviderSettings& settings) {
  std::vector<ParameterFault> faults;
  const Request sent = fitted(request, settings);
  for (const ParameterName& name : asked_names(sent)) {
    if (!settings.api->takes(name.name, request.target.model)) {
      faults.push_back({std::string(name.key),
                        fmt::format("`{}` can't be sent to `{}`", name.key, target_name(request.target)),
                        way_out(name, request, settings)});
    }
  }
  for (const Refusal& refusal : settings.api->refusals(sent)) {
    const std::string key(key_of(refusal.parameter));
    faults.push_back(
        {key, fmt::format("`{}` can't be sent so to `{}`: it {}", key, target_name(request.target), refusal.why), ""});
  }
  for (const std::string& path : options_in_the_way(sent, settings)) {
    faults.push_back({std::string(settings.type->name),
                      fmt::format("`{}.{}` is decided by promptctl itself", settings.type->name, path),
                      "use the key of `config` for it, or take it out"});
  }
  return faults;
}

}  // namespace promptctl
