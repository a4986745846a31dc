#include "registry/project_file.hpp"
#include "registry/checkpoint.hpp"

#include <fmt/format.h>

#include <limits>
#include <string_view>

#include "document/field_reader.hpp"
#include "document/secrets.hpp"
#include "document/yaml.hpp"
#include "price/price_settings.hpp"
#include "provider/provider_entry.hpp"
#include "provider/provider_type.hpp"
#include "registry/environment_conditions.hpp"

namespace promptctl {
namespace {

std::optional<Target> read_target(FieldReader& fields, std::string_view name, std::string_view example) {
  const auto written = fields.optional_text(name);
  auto target = written ? find_target(*written) : std::nullopt;
  if (written && !target) {
    fields.diagnostics().error("bad-target", fields.map().find(name)->where,
                               fmt::format("`{}` names no provider", *written),
                               fmt::format("write provider/model: {}", example));
  }
  return target;
}

void read_defaults(const Value& map, Project& project, Diagnostics& diagnostics) {
  FieldReader fields(map, diagnostics);
  const Value* target = map.find("target");
  project.default_target = read_target(fields, "target", "openai/gpt-4o-mini");
  project.default_target_where = target == nullptr ? Location() : target->where;
  project.judge = read_target(fields, "judge", "openai/gpt-4o");
  project.embedder = read_target(fields, "embedder", "openai/text-embedding-3-small");
  if (const auto concurrency = fields.optional_integer("concurrency", 1, most_concurrency)) {
    project.default_concurrency = static_cast<int>(*concurrency);
    for (auto& [name, provider] : project.providers) {
      provider.concurrency = *project.default_concurrency;
    }
  }
  fields.finish();
}

void read_providers(const Value& map, Project& project, Diagnostics& diagnostics) {
  for (const Field& field : map.fields) {
    ProviderSettings usual;
    usual.concurrency = project.default_concurrency.value_or(usual.concurrency);
    const auto known = project.providers.find(field.name);
    project.providers[field.name] =
        read_provider(field, known == project.providers.end() ? usual : known->second, diagnostics);
  }
}

constexpr long long most_events = 1'000'000'000;

std::optional<SigningRules> read_signing(FieldReader& fields) {
  const Value* from = fields.map().find("signed_from");
  if (fields.map().find("allowed_signers") == nullptr) {
    if (from != nullptr) {
      fields.optional_value("signed_from");
      fields.diagnostics().error("missing-key", from->where, "`allowed_signers` is missing: who may sign?");
    }
    return std::nullopt;
  }
  SigningRules rules{fields.required_text("allowed_signers"), 1};
  if (from != nullptr && from->is_text() && from->text == "never") {
    fields.optional_value("signed_from");
    rules.signed_from = std::numeric_limits<long long>::max();
  } else {
    rules.signed_from = fields.optional_integer("signed_from", 1, most_events).value_or(rules.signed_from);
  }
  return rules;
}

std::optional<Checkpoint> read_checkpoint(FieldReader& fields) {
  const auto text = fields.optional_text("checkpoint");
  auto checkpoint = text ? parse_checkpoint(*text) : std::nullopt;
  if (text && !checkpoint) {
    fields.diagnostics().error("bad-checkpoint", fields.map().find("checkpoint")->where,
                               fmt::format("`{}` is no checkpoint", *text),
                               "promptctl verify --checkpoint prints one: SEQ:COMMIT:SHA256");
  }
  return checkpoint;
}

void read_ledger(const Value& map, Project& project, Diagnostics& diagnostics) {
  FieldReader fields(map, diagnostics);
  project.signing = read_signing(fields);
  project.checkpoint = read_checkpoint(fields);
  fields.finish();
}

// Who is asked for by name needs a key to be known by.
void check_signers(const Project& project, const Value& document, Diagnostics& diagnostics) {
  const Value* environments = document.find("environments");
  const auto require = [&diagnostics](const Value* map, std::string_view key, std::string_view why) {
    if (const Value* names = map == nullptr ? nullptr : map->find(key)) {
      diagnostics.error("missing-key", names->where, fmt::format("`{}` needs `ledger.allowed_signers`", key),
                        fmt::format("{} when a key signed it: name the file of allowed signers", why));
    }
  };
  for (const Field& environment :
       environments == nullptr || project.signing ? std::vector<Field>() : environments->fields) {
    const Value* gate = environment.value.find("gate");
    require(gate, "signed_by", "evidence counts as somebody's");
    require(gate, "producers", "evidence counts as somebody's");
    require(&environment.value, "approvals", "an approval counts as somebody's");
    require(&environment.value, "overrides", "an override counts as somebody's");
  }
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
  for (const ProviderType* type : provider_types()) {
    for (const KnownProvider& known : type->known) {
      project.providers.emplace(known.name, known_provider(known, *type));
    }
  }
  return project;
}

std::optional<Project> read_project(const SourcePointer& source, Diagnostics& diagnostics) {
  const auto document = read_yaml(with_hidden_secrets(source), diagnostics);
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
    read_providers(*providers, project, diagnostics);
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
    read_ledger(*ledger, project, diagnostics);
  }
  check_signers(project, *document, diagnostics);
  fields.finish();
  return project;
}

}  // namespace promptctl
