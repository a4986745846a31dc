#include "codec/project_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "codec/environment_conditions.hpp"
#include "codec/price_settings.hpp"
#include "codec/secrets.hpp"
#include "codec/yaml.hpp"
#include "model/field_reader.hpp"

namespace promptctl {
namespace {

constexpr long long most_concurrency = 4096;

Timeouts read_timeouts(const Value& map, Diagnostics& diagnostics) {
  FieldReader fields(map, diagnostics);
  Timeouts timeouts;
  timeouts.connect = fields.optional_duration("connect").value_or(timeouts.connect);
  timeouts.first_byte = fields.optional_duration("first_byte").value_or(timeouts.first_byte);
  timeouts.idle = fields.optional_duration("idle").value_or(timeouts.idle);
  timeouts.total = fields.optional_duration("total").value_or(timeouts.total);
  fields.finish();
  return timeouts;
}

std::optional<int> read_limits(const Value& map, Diagnostics& diagnostics) {
  FieldReader fields(map, diagnostics);
  const auto requests = fields.optional_integer("requests_per_minute", 1, 10'000'000);
  fields.finish();
  return requests ? std::optional(static_cast<int>(*requests)) : std::nullopt;
}

void report_secret(FieldReader& fields, std::string_view name, const Value& value) {
  fields.diagnostics().error("secret-in-file", value.where,
                             fmt::format("`{}` must name an environment variable, not hold the secret itself", name),
                             "write ${NAME}, and if this secret was ever committed, revoke it");
}

std::string read_secret(FieldReader& fields, std::string_view name) {
  const std::string secret = fields.optional_text(name).value_or("");
  if (!secret.empty() && !is_variable(secret)) {
    report_secret(fields, name, *fields.map().find(name));
    return {};
  }
  return secret;
}

std::string read_base_url(FieldReader& fields, const std::string& usual) {
  std::string url = fields.optional_text("base_url").value_or(usual);
  while (url.ends_with('/')) {
    url.pop_back();
  }
  const bool known_scheme = url.starts_with("http://") || url.starts_with("https://") || url.starts_with("${");
  if (fields.map().find("base_url") != nullptr && !known_scheme) {
    fields.diagnostics().error("bad-url", fields.map().find("base_url")->where,
                               "`base_url` must start with http:// or https://");
  }
  if (holds_password(url)) {
    report_secret(fields, "base_url", *fields.map().find("base_url"));
  }
  return url;
}

void read_headers(const Value& map, ProviderSettings& provider, Diagnostics& diagnostics) {
  FieldReader headers(map, diagnostics);
  for (const Field& field : map.fields) {
    if (field.value.is_text() && is_secret_name(field.name) && field.value.text.find("${") == std::string::npos) {
      report_secret(headers, field.name, field.value);
    } else if (field.value.is_text()) {
      provider.headers[field.name] = field.value.text;
    } else {
      diagnostics.error("wrong-kind", field.value.where,
                        fmt::format("`{}` must be text, not {}", field.name, kind_name(field.value.kind)));
    }
  }
}

void read_transport(FieldReader& fields, ProviderSettings& provider, Diagnostics& diagnostics) {
  provider.concurrency =
      static_cast<int>(fields.optional_integer("concurrency", 1, most_concurrency).value_or(provider.concurrency));
  provider.retries = static_cast<int>(fields.optional_integer("retries", 0, 20).value_or(provider.retries));
  if (const Value* timeouts = fields.optional_map("timeouts")) {
    provider.timeouts = read_timeouts(*timeouts, diagnostics);
  }
  if (const Value* limits = fields.optional_map("limits")) {
    provider.requests_per_minute = read_limits(*limits, diagnostics);
  }
  if (const Value* headers = fields.optional_map("headers")) {
    read_headers(*headers, provider, diagnostics);
  }
  provider.proxy = fields.optional_text("proxy").value_or("");
  provider.ca_file = fields.optional_text("ca_file").value_or("");
}

ProviderSettings read_provider(const Field& field, ProviderSettings provider,
                               const std::vector<std::string_view>& types, Diagnostics& diagnostics) {
  FieldReader fields(field.value, diagnostics);
  provider.name = field.name;
  provider.where = field.where;
  provider.type = fields.optional_choice("type", types).value_or(provider.type);
  if (provider.type.empty() && field.value.is_map() && field.value.find("type") == nullptr) {
    diagnostics.error("missing-key", field.value.where, "`type` is missing",
                      fmt::format("one of: {}", fmt::join(types, ", ")));
  }
  provider.base_url = read_base_url(fields, provider.base_url);
  // The usual key never goes to another address than the usual one.
  if (field.value.find("api_key") != nullptr || field.value.find("base_url") != nullptr) {
    provider.api_key = read_secret(fields, "api_key");
  }
  read_transport(fields, provider, diagnostics);
  if (const auto name = fields.optional_choice("max_data_class", data_class_names())) {
    provider.max_data_class = *find_data_class(*name);
  }
  const auto parameter = fields.optional_choice("max_tokens_parameter", {"max_completion_tokens", "max_tokens"});
  provider.legacy_max_tokens = parameter == "max_tokens";
  fields.optional_value("api_key");
  if (provider.base_url.empty() && !provider.type.empty() && field.value.find("base_url") == nullptr) {
    diagnostics.error("missing-key", field.value.where, "`base_url` is missing");
  }
  fields.finish();
  return provider;
}

void read_defaults(const Value& map, Project& project, Diagnostics& diagnostics) {
  FieldReader fields(map, diagnostics);
  const auto target = fields.optional_text("target");
  project.default_target = target ? find_target(*target) : std::nullopt;
  if (target && !project.default_target) {
    diagnostics.error("bad-target", map.find("target")->where, fmt::format("`{}` names no provider", *target),
                      "write provider/model: openai/gpt-4o-mini");
  }
  if (const auto concurrency = fields.optional_integer("concurrency", 1, most_concurrency)) {
    project.default_concurrency = static_cast<int>(*concurrency);
    for (auto& [name, provider] : project.providers) {
      provider.concurrency = *project.default_concurrency;
    }
  }
  fields.finish();
}

void read_providers(const Value& map, Project& project, const std::vector<std::string_view>& types,
                    Diagnostics& diagnostics) {
  for (const Field& field : map.fields) {
    ProviderSettings usual;
    usual.concurrency = project.default_concurrency.value_or(usual.concurrency);
    const auto known = project.providers.find(field.name);
    project.providers[field.name] =
        read_provider(field, known == project.providers.end() ? usual : known->second, types, diagnostics);
  }
}

SigningRules read_signing(const Value& map, Diagnostics& diagnostics) {
  FieldReader fields(map, diagnostics);
  SigningRules rules{fields.required_text("allowed_signers"), 1};
  rules.signed_from = fields.optional_integer("signed_from", 1, 1'000'000'000).value_or(rules.signed_from);
  fields.finish();
  return rules;
}

void check_format(FieldReader& fields) {
  constexpr long long newest = 1;
  const Value* format = fields.required_value("format");
  if (format != nullptr && (!format->is_number() || format->number() != newest)) {
    fields.diagnostics().error("unknown-format", format->where,
                               fmt::format("this promptctl reads `format: {}`", newest),
                               "a newer file needs a newer promptctl");
  }
}

}  // namespace

Project default_project() {
  Project project;
  ProviderSettings openai;
  openai.name = "openai";
  openai.type = "openai";
  openai.base_url = "https://api.openai.com/v1";
  openai.api_key = "${OPENAI_API_KEY}";
  project.providers.emplace("openai", openai);
  return project;
}

std::optional<Project> read_project(const SourcePointer& source, const std::vector<std::string_view>& provider_types,
                                    Diagnostics& diagnostics) {
  const auto document = read_yaml(without_secrets(source), diagnostics);
  if (!document) {
    return std::nullopt;
  }
  Project project = default_project();
  FieldReader fields(*document, diagnostics);
  check_format(fields);
  if (const Value* defaults = fields.optional_map("defaults")) {
    read_defaults(*defaults, project, diagnostics);
  }
  if (const Value* providers = fields.optional_map("providers")) {
    read_providers(*providers, project, provider_types, diagnostics);
  }
  if (const Value* prices = fields.optional_map("prices")) {
    project.prices = read_price_settings(*prices, diagnostics);
  }
  if (const Value* environments = fields.optional_map("environments")) {
    for (const Field& field : environments->fields) {
      project.environments.push_back(read_environment(field, *environments, diagnostics));
    }
  }
  if (const Value* ledger = fields.optional_map("ledger")) {
    project.signing = read_signing(*ledger, diagnostics);
  }
  fields.finish();
  return project;
}

}  // namespace promptctl
