#include "ledger/ledger_fields.hpp"

#include "base/utc.hpp"
#include "prompt/bundle_manifest.hpp"

namespace promptctl {
namespace {

void set_name(Value& map, const VersionName& name) {
  map.set("prompt", text_value(name.prompt)).set("version", integer_value(name.version));
}

}  // namespace

void set_stamp(Value& map, const EventStamp& stamp) {
  map.set("seq", integer_value(stamp.seq))
      .set("type", text_value(event_type_name(stamp.type)))
      .set("actor", text_value(stamp.actor))
      .set("at", text_value(utc_text(stamp.at)));
  set_text(map, "reason", stamp.reason);
}

Value name_value(const VersionName& name) {
  Value map = map_value();
  set_name(map, name);
  return map;
}

Value registered_value(const RegisteredVersion& version) {
  Value map = name_value(version.name);
  map.set("digest", text_value(version.digest))
      .set("interface", text_value(version.interface_digest))
      .set("manifest", manifest_value(version.manifest))
      .set("commit", text_value(version.commit))
      .set("path", text_value(version.path))
      .set("author", text_value(version.author));
  set_text(map, "label", version.label);
  return map;
}

Value move_value(const Move& move) {
  Value map = name_value(move.to);
  map.set("digest", text_value(move.digest));
  set_number(map, "from", move.from);
  return map;
}

Value link_value(const EvidenceLink& link) {
  Value map = name_value(link.subject);
  return map.set("digest", text_value(link.digest));
}

VersionName read_name(FieldReader& fields) {
  std::string prompt = fields.required_text("prompt");
  return {std::move(prompt), read_count(fields, "version")};
}

EventStamp read_stamp(FieldReader& fields) {
  EventStamp stamp;
  stamp.seq = read_count(fields, "seq");
  const std::string type = fields.required_text("type");
  const auto known = find_event_type(type);
  if (!known && fields.map().find("type") != nullptr) {
    fields.diagnostics().error("unknown-event", fields.map().find("type")->where,
                               fmt::format("this promptctl knows no event `{}`", type),
                               "a newer ledger needs a newer promptctl");
  }
  stamp.type = known.value_or(EventType::registration);
  stamp.actor = fields.required_text("actor");
  stamp.at = read_time(fields, "at");
  stamp.reason = fields.optional_text("reason").value_or("");
  return stamp;
}

RegisteredVersion read_registered_version(FieldReader& fields) {
  RegisteredVersion version;
  version.name = read_name(fields);
  version.digest = fields.required_text("digest");
  version.interface_digest = fields.required_text("interface");
  if (const Value* manifest = fields.required_value("manifest")) {
    version.manifest = read_manifest(*manifest, fields.diagnostics());
  }
  version.commit = fields.required_text("commit");
  version.path = fields.required_text("path");
  version.author = fields.required_text("author");
  version.label = fields.optional_text("label").value_or("");
  return version;
}

Move read_move(FieldReader& fields) {
  VersionName to = read_name(fields);
  std::string digest = fields.required_text("digest");
  return {std::move(to), std::move(digest), fields.optional_integer("from", 1, most_events)};
}

EvidenceLink read_link(FieldReader& fields) {
  VersionName subject = read_name(fields);
  return {std::move(subject), fields.required_text("digest")};
}

}  // namespace promptctl
