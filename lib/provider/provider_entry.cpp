#include "provider/provider_entry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "base/url.hpp"
#include "document/field_reader.hpp"
#include "document/json.hpp"
#include "document/secrets.hpp"
#include "exchange/finish_reason.hpp"
#include "exchange/parameters.hpp"
#include "provider/destination_check.hpp"
#include "provider/fitted_request.hpp"
#include "provider/provider.hpp"
#include "provider/provider_type.hpp"

namespace promptctl {
namespace {

// A program has one end, and no connection.
Timeouts read_timeouts(const Value& map, bool is_program, Diagnostics& diagnostics) {
  FieldReader fields(map, diagnostics);
  Timeouts timeouts;
  timeouts.total = fields.optional_duration("total").value_or(timeouts.total);
  if (is_program) {
    fields.finish();
    return timeouts;
  }
  timeouts.connect = fields.optional_duration("connect").value_or(timeouts.connect);
  timeouts.first_byte = fields.optional_duration("first_byte").value_or(timeouts.first_byte);
  timeouts.idle = fields.optional_duration("idle").value_or(timeouts.idle);
  fields.finish();
  return timeouts;
}

void read_limits(const Value& map, ProviderSettings& provider, Diagnostics& diagnostics) {
  constexpr long long most_requests = 10'000'000, most_tokens = 1'000'000'000'000;
  FieldReader fields(map, diagnostics);
  if (const auto requests = fields.optional_integer("requests_per_minute", 1, most_requests)) {
    provider.requests_per_minute = static_cast<int>(*requests);
  }
  provider.tokens_per_minute = fields.optional_integer("tokens_per_minute", 1, most_tokens);
  fields.finish();
}

void report_secret(std::string_view name, const Location& where, Diagnostics& diagnostics) {
  diagnostics.error("secret-in-file", where,
                    fmt::format("`{}` must name an environment variable, not hold the secret itself", name),
                    "write ${NAME}, and if this secret was ever committed, revoke it");
}

std::string read_key(FieldReader& fields) {
  std::string key = fields.optional_text("api_key").value_or("");
  if (!key.empty() && !is_variable(key)) {
    report_secret("api_key", fields.map().find("api_key")->where, fields.diagnostics());
    return {};
  }
  return key;
}

// Of a base_url or a proxy; empty, and reported, where a password is written out.
std::string read_address(FieldReader& fields, std::string_view name) {
  std::string address = fields.optional_text(name).value_or("");
  if (!secret_in(name, address).empty()) {
    report_secret(name, fields.map().find(name)->where, fields.diagnostics());
    return {};
  }
  return address;
}

std::string read_base_url(FieldReader& fields, const std::string& usual) {
  const Value* written = fields.map().find("base_url");
  std::string url = written == nullptr ? usual : read_address(fields, "base_url");
  const std::size_t colon = std::min(url.find("://"), url.size());
  const std::string scheme = url.starts_with("${") ? "" : lower_ascii(std::string_view(url).substr(0, colon));
  url.replace(0, scheme.size(), scheme);
  const bool known_scheme = scheme == "http" || scheme == "https" || url.starts_with("${");
  if (!url.empty() && !known_scheme) {
    fields.diagnostics().error("bad-url", written->where, "`base_url` must start with http:// or https://");
  }
  return url;
}

// RFC 9110, section 5.6.2.
bool is_header_name(std::string_view name) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~";
  return !name.empty() && name.find_first_not_of(letters) == std::string_view::npos;
}

void read_header(const Field& field, ProviderSettings& provider, Diagnostics& diagnostics) {
  if (!field.value.is_text()) {
    diagnostics.error("wrong-kind", field.value.where,
                      fmt::format("`{}` must be text, not {}", field.name, kind_name(field.value.kind)));
  } else if (!is_header_name(field.name)) {
    diagnostics.error("bad-header", field.where, fmt::format("`{}` is no name of a header", field.name));
  } else if (has_control_character(field.value.text)) {
    diagnostics.error("bad-header", field.value.where, fmt::format("`{}` holds a control character", field.name),
                      "a header is one line: `>-` folds lines in YAML");
  } else if (!secret_in(field.name, field.value.text).empty()) {
    report_secret(field.name, field.value.where, diagnostics);
  } else {
    provider.headers[field.name] = field.value.text;
  }
}

// How calls are made, whatever carries them.
void read_calls(FieldReader& fields, ProviderSettings& provider) {
  constexpr long long most_calls = 1'000'000;
  provider.concurrency =
      static_cast<int>(fields.optional_integer("concurrency", 1, most_concurrency).value_or(provider.concurrency));
  provider.retries = static_cast<int>(fields.optional_integer("retries", 0, 20).value_or(provider.retries));
  provider.give_up_after =
      static_cast<int>(fields.optional_integer("give_up_after", 1, most_calls).value_or(provider.give_up_after));
  if (const Value* timeouts = fields.optional_map("timeouts")) {
    provider.timeouts =
        read_timeouts(*timeouts, provider.type != nullptr && provider.type->is_program, fields.diagnostics());
  }
  if (const Value* limits = fields.optional_map("limits")) {
    read_limits(*limits, provider, fields.diagnostics());
  }
}

// How they get to a server.
void read_transport(FieldReader& fields, ProviderSettings& provider) {
  if (const Value* headers = fields.optional_map("headers")) {
    for (const Field& field : headers->fields) {
      read_header(field, provider, fields.diagnostics());
    }
  }
  provider.proxy = read_address(fields, "proxy");
  provider.ca_file = fields.optional_text("ca_file").value_or("");
}

// Where its server is, and by which key it knows us. `errors`: of the type's own settings, which may have said it.
void read_destination(FieldReader& fields, const Value& entry, std::size_t errors, ProviderSettings& provider) {
  const std::string own = provider.api == nullptr ? std::string() : provider.api->address();
  provider.base_url = read_base_url(fields, own.empty() ? provider.base_url : own);
  // The usual key never goes to another address than the usual one.
  if (entry.find("api_key") != nullptr || entry.find("base_url") != nullptr) {
    provider.api_key = read_key(fields);
  }
  const bool is_said_otherwise = provider.type == nullptr || entry.find("base_url") != nullptr || errors > 0;
  if (provider.base_url.empty() && !is_said_otherwise) {
    fields.diagnostics().error("missing-key", entry.where, "`base_url` is missing");
  }
  fields.optional_value("api_key");
  read_transport(fields, provider);
}

// The entry, with what is known of its provider where it says nothing and names no other type.
Value with_usual(const Value& entry, const ProviderSettings& provider) {
  const Value* type = entry.find("type");
  Value whole = entry;
  if (entry.is_map() && provider.type != nullptr && (type == nullptr || type->text == provider.type->name)) {
    for (const Field& field : provider.usual.fields) {
      if (entry.find(field.name) == nullptr) {
        whole.set(field.name, field.value);
      }
    }
  }
  return whole;
}

void read_type(FieldReader& fields, ProviderSettings& provider) {
  std::vector<std::string_view> names;
  std::ranges::transform(provider_types(), std::back_inserter(names), &ProviderType::name);
  const Value& map = fields.map();
  if (const auto name = fields.optional_choice("type", names)) {
    provider.type = find_provider_type(*name);
  } else if (provider.type == nullptr && map.is_map() && map.find("type") == nullptr) {
    fields.diagnostics().error("missing-key", map.where, "`type` is missing",
                               fmt::format("one of: {}", fmt::join(names, ", ")));
  }
  provider.api = provider.type == nullptr ? nullptr : provider.type->make(fields);
}

// What each word of the provider's means.
void read_finish_reasons(FieldReader& fields, ProviderSettings& provider) {
  const Value* map = fields.optional_map("finish_reasons");
  if (map == nullptr) {
    return;
  }
  FieldReader reasons(*map, fields.diagnostics());
  for (const Field& field : map->fields) {
    if (field.name == "error") {
      fields.diagnostics().error("unknown-choice", field.value.where, "an answer that ends in `error` is none",
                                 "leave it out: what ends in an error is asked for again");
    }
    if (const auto meaning = reasons.optional_choice(field.name, {finish_reasons.begin(), finish_reasons.end()})) {
      provider.finish_reasons[field.name] = *meaning;
    }
  }
}

// The name of what a key of a prompt file asks; empty, and reported, where there is no such key.
std::string_view omitted_name(std::string_view key, const Location& where, Diagnostics& diagnostics) {
  std::vector<ParameterName> known(parameter_names().begin(), parameter_names().end());
  known.insert(known.end(), output_names.begin(), output_names.end());
  const auto found = std::ranges::find(known, key, &ParameterName::key);
  if (found != known.end()) {
    return found->name;
  }
  std::vector<std::string_view> keys;
  std::ranges::transform(known, std::back_inserter(keys), &ParameterName::key);
  diagnostics.error("unknown-choice", where, fmt::format("`{}` is no parameter of a prompt", key),
                    fmt::format("one of: {}", fmt::join(keys, ", ")));
  return {};
}

// Parameters that this provider's models can't be sent, or are not to be: a list, or one for each model.
void read_omitted(FieldReader& fields, ProviderSettings& provider) {
  const Value* omit = fields.map().find("omit");
  const auto add = [&](const std::vector<std::string>& keys, const Location& where, const std::string& model) {
    for (const std::string& key : keys) {
      if (const auto name = omitted_name(key, where, fields.diagnostics()); !name.empty()) {
        provider.omit.push_back({std::string(name), model});
      }
    }
  };
  if (omit == nullptr || !omit->is_map()) {
    add(fields.optional_texts("omit"), omit == nullptr ? Location() : omit->where, "");
    return;
  }
  FieldReader models(*fields.optional_map("omit"), fields.diagnostics());
  for (const Field& field : omit->fields) {
    if (field.name.starts_with(provider.name + "/")) {
      fields.diagnostics().error("bad-target", field.where,
                                 fmt::format("`{}` is no model of `{}`", field.name, provider.name),
                                 fmt::format("write {}", field.name.substr(provider.name.size() + 1)));
    }
    add(models.optional_texts(field.name), field.value.where, field.name);
  }
}

}  // namespace

ProviderSettings read_provider(const Field& field, ProviderSettings provider, Diagnostics& diagnostics) {
  const Value entry = with_usual(field.value, provider);
  FieldReader fields(entry, diagnostics);
  provider.name = field.name;
  provider.where = field.where;
  provider.entry = field.value;
  const std::size_t errors_before = diagnostics.errors();
  read_type(fields, provider);
  if (provider.type != nullptr && provider.type->is_program) {
    provider.base_url = provider.api->address();
    provider.api_key.clear();
  } else {
    read_destination(fields, field.value, diagnostics.errors() - errors_before, provider);
  }
  read_calls(fields, provider);
  read_finish_reasons(fields, provider);
  read_omitted(fields, provider);
  const auto tags = fields.optional_choice("think_tags", {"both", "end"});
  provider.think_tags = tags == "both" ? ThinkTags::both : tags == "end" ? ThinkTags::end : ThinkTags::none;
  provider.schema_in_prompt = fields.optional_choice("schemas", {"api", "prompt"}) == "prompt";
  if (const auto name = fields.optional_choice("max_data_class", data_class_names())) {
    provider.max_data_class = find_data_class(*name).value_or(provider.max_data_class);
  }
  fields.finish();
  const Value* address = field.value.find("base_url");
  warn_of_plain_http(provider, provider.base_url, address == nullptr ? field.where : address->where, diagnostics);
  return provider;
}

}  // namespace promptctl
