#include "ledger/event_record.hpp"

#include <fmt/format.h>

#include "ledger/ledger_fields.hpp"

namespace promptctl {
namespace {

constexpr std::string_view event_format = "promptctl-event 1";

void check_format(FieldReader& fields) {
  const std::string format = fields.required_text("format");
  if (format != event_format && fields.map().find("format") != nullptr) {
    fields.diagnostics().error("unknown-format", fields.map().find("format")->where,
                               fmt::format("this promptctl reads `{}`", event_format),
                               "a newer ledger needs a newer promptctl");
  }
}

void read_payload(const Value& payload, LedgerEvent& event, Diagnostics& diagnostics) {
  FieldReader fields(payload, diagnostics);
  event.registered = read_items(fields, "registered", read_registered_version);
  event.environment = fields.optional_text("environment").value_or("");
  event.moves = read_items(fields, "moves", read_move);
  event.proposed = read_items(fields, "proposed", read_move);
  event.request = fields.optional_integer("request", 1, most_events);
  event.approved_by = fields.optional_texts("approved_by");
  event.policy = fields.optional_text("policy").value_or("");
  if (const Value* map = fields.optional_map("conditions")) {
    FieldReader of_conditions(*map, diagnostics);
    event.conditions = {of_conditions.required_text("commit"), of_conditions.optional_text("registry").value_or("")};
    of_conditions.finish();
  }
  event.method = fields.optional_text("method").value_or("");
  event.evidence = read_items(fields, "evidence", read_link);
  event.objections = fields.optional_texts("objections");
  event.yanked = read_items(fields, "yanked", read_name);
  event.restored = read_items(fields, "restored", read_name);
  fields.finish();
}

Value payload_value(const LedgerEvent& event) {
  Value map = map_value();
  set_list(map, "registered", list_of(event.registered, registered_value));
  set_text(map, "environment", event.environment);
  set_list(map, "moves", list_of(event.moves, move_value));
  set_list(map, "proposed", list_of(event.proposed, move_value));
  set_number(map, "request", event.request);
  set_list(map, "approved_by", texts_value(event.approved_by));
  set_text(map, "policy", event.policy);
  if (event.conditions) {
    Value conditions = map_value();
    conditions.set("commit", text_value(event.conditions->commit));
    set_text(conditions, "registry", event.conditions->registry);
    map.set("conditions", std::move(conditions));
  }
  set_text(map, "method", event.method);
  set_list(map, "evidence", list_of(event.evidence, link_value));
  set_list(map, "objections", texts_value(event.objections));
  set_list(map, "yanked", list_of(event.yanked, name_value));
  set_list(map, "restored", list_of(event.restored, name_value));
  return map;
}

}  // namespace

Value event_value(const LedgerEvent& event) {
  Value map = map_value();
  map.set("format", text_value(event_format));
  set_text(map, "previous", event.previous);
  set_stamp(map, stamp_of(event));
  map.set("payload", payload_value(event));
  return map;
}

std::string event_text(const LedgerEvent& event) {
  return indented_json(event_value(event));
}

std::optional<LedgerEvent> read_event(const SourcePointer& source, Diagnostics& diagnostics) {
  return read_file(source, diagnostics, [&diagnostics](FieldReader& fields) {
    LedgerEvent event;
    check_format(fields);
    event.previous = fields.optional_text("previous").value_or("");
    EventStamp stamp = read_stamp(fields);
    event.seq = stamp.seq;
    event.type = stamp.type;
    event.actor = std::move(stamp.actor);
    event.at = stamp.at;
    event.reason = std::move(stamp.reason);
    if (const Value* payload = fields.required_value("payload")) {
      read_payload(*payload, event, diagnostics);
    }
    return event;
  });
}

}  // namespace promptctl
