#include "ledger/ledger_record.hpp"

#include <algorithm>
#include <array>

#include "base/utc.hpp"
#include "ledger/ledger_fields.hpp"

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 8> effect_names{"registered", "moved",     "yanked",   "restored",
                                                       "attested",   "requested", "approved", "rejected"};

Value stay_value(const Stay& stay) {
  Value map = map_value();
  map.set("environment", text_value(stay.environment));
  set_list(map, "objections", texts_value(stay.objections));
  if (stay.since) {
    map.set("since", text_value(utc_text(*stay.since)));
  }
  return map.set("longest_s", integer_value(stay.longest.count()));
}

Stay read_stay(FieldReader& fields) {
  constexpr long long most_seconds = 1'000'000'000'000;
  Stay stay;
  stay.environment = fields.required_text("environment");
  stay.objections = fields.optional_texts("objections");
  if (fields.map().find("since") != nullptr) {
    stay.since = read_time(fields, "since");
  }
  fields.required_value("longest_s");
  stay.longest = std::chrono::seconds(fields.optional_integer("longest_s", 0, most_seconds).value_or(0));
  return stay;
}

}  // namespace

Value version_record_value(const VersionRecord& record) {
  Value map = registered_value(record.version);
  set_stamp(map, record.stamp);
  if (record.yanked) {
    Value yanked = map_value();
    set_stamp(yanked, *record.yanked);
    map.set("yanked", std::move(yanked));
  }
  set_list(map, "evidence", texts_value(record.evidence));
  set_list(map, "stays", list_of(record.stays, stay_value));
  return map;
}

std::string version_record_text(const VersionRecord& record) {
  return indented_json(version_record_value(record));
}

std::optional<VersionRecord> read_version_record(const SourcePointer& source, Diagnostics& diagnostics) {
  return read_file(source, diagnostics, [&diagnostics](FieldReader& fields) {
    VersionRecord record;
    record.version = read_registered_version(fields);
    record.stamp = read_stamp(fields);
    if (const Value* map = fields.optional_map("yanked")) {
      FieldReader yanked(*map, diagnostics);
      record.yanked = read_stamp(yanked);
      yanked.finish();
    }
    record.evidence = fields.optional_texts("evidence");
    record.stays = read_items(fields, "stays", read_stay);
    return record;
  });
}

std::string prompt_record_text(const PromptRecord& record) {
  return indented_json(
      map_value().set("versions", integer_value(record.versions)).set("entries", integer_value(record.entries)));
}

std::optional<PromptRecord> read_prompt_record(const SourcePointer& source, Diagnostics& diagnostics) {
  return read_file(source, diagnostics, [](FieldReader& fields) {
    const long long versions = read_count(fields, "versions");
    return PromptRecord{versions, read_count(fields, "entries")};
  });
}

std::string version_number_text(long long version) {
  return compact_json(map_value().set("version", integer_value(version))) + "\n";
}

std::optional<long long> read_version_number(const SourcePointer& source, Diagnostics& diagnostics) {
  return read_file(source, diagnostics, [](FieldReader& fields) { return read_count(fields, "version"); });
}

Value deployment_value(const Deployment& deployment) {
  Value map = map_value();
  map.set("environment", text_value(deployment.environment));
  for (Field& field : move_value(deployment.move).fields) {
    map.set(field.name, std::move(field.value));
  }
  set_stamp(map, deployment.stamp);
  set_text(map, "policy", deployment.policy);
  set_list(map, "evidence", texts_value(deployment.evidence));
  set_list(map, "objections", texts_value(deployment.objections));
  set_number(map, "request", deployment.request);
  set_list(map, "approved_by", texts_value(deployment.approved_by));
  return map;
}

std::string deployment_text(const Deployment& deployment) {
  return indented_json(deployment_value(deployment));
}

std::optional<Deployment> read_deployment(const SourcePointer& source, Diagnostics& diagnostics) {
  return read_file(source, diagnostics, [](FieldReader& fields) {
    Deployment deployment;
    deployment.environment = fields.required_text("environment");
    deployment.move = read_move(fields);
    deployment.stamp = read_stamp(fields);
    deployment.policy = fields.optional_text("policy").value_or("");
    deployment.evidence = fields.optional_texts("evidence");
    deployment.objections = fields.optional_texts("objections");
    deployment.request = fields.optional_integer("request", 1, most_events);
    deployment.approved_by = fields.optional_texts("approved_by");
    return deployment;
  });
}

Value history_value(const HistoryEntry& entry) {
  Value map = map_value();
  set_stamp(map, entry.stamp);
  map.set("effect", text_value(effect_names.at(static_cast<std::size_t>(entry.effect))))
      .set("version", integer_value(entry.version));
  set_text(map, "environment", entry.environment);
  set_number(map, "from", entry.from);
  set_list(map, "objections", texts_value(entry.objections));
  return map;
}

std::string history_line(const HistoryEntry& entry) {
  return compact_json(history_value(entry)) + "\n";
}

std::optional<HistoryEntry> read_history_line(const SourcePointer& source, Diagnostics& diagnostics) {
  return read_file(source, diagnostics, [](FieldReader& fields) {
    HistoryEntry entry;
    entry.stamp = read_stamp(fields);
    fields.required_value("effect");
    const auto effect = fields.optional_choice("effect", {effect_names.begin(), effect_names.end()});
    const auto* known = std::find(effect_names.begin(), effect_names.end(), effect.value_or("registered"));
    entry.effect = static_cast<HistoryEntry::Effect>(known - effect_names.begin());
    entry.version = read_count(fields, "version");
    entry.environment = fields.optional_text("environment").value_or("");
    entry.from = fields.optional_integer("from", 1, most_events);
    entry.objections = fields.optional_texts("objections");
    return entry;
  });
}

}  // namespace promptctl
