#include "dataset/case_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/digest.hpp"
#include "document/field_reader.hpp"
#include "document/json.hpp"

namespace promptctl {
namespace {

bool has_writing(const Value& value) {
  return !value.written.empty() || std::any_of(value.items.begin(), value.items.end(), has_writing) ||
         std::any_of(value.fields.begin(), value.fields.end(),
                     [](const Field& field) { return has_writing(field.value); });
}

Value as_written(Value value) {
  value.text = value.written.empty() ? value.text : value.written;
  std::transform(value.items.begin(), value.items.end(), value.items.begin(), as_written);
  for (Field& field : value.fields) {
    field.value = as_written(std::move(field.value));
  }
  return value;
}

std::optional<Message> read_message(const Value& item, Diagnostics& diagnostics) {
  FieldReader fields(item, diagnostics);
  const auto role = fields.optional_choice("role", {"system", "user", "model", "tool", "assistant"});
  const std::string content = fields.required_text("content");
  fields.required_value("role");
  fields.finish();
  if (!role) {
    return std::nullopt;
  }
  return text_message(*find_role(*role), content);
}

std::vector<Message> read_history(FieldReader& fields) {
  std::vector<Message> history;
  if (const Value* items = fields.optional_list("history")) {
    for (const Value& item : items->items) {
      if (auto message = read_message(item, fields.diagnostics())) {
        history.push_back(std::move(*message));
      }
    }
  }
  return history;
}

std::optional<double> read_threshold(FieldReader& fields) {
  const auto threshold = fields.optional_number("threshold");
  if (threshold && (*threshold < 0 || *threshold > 1)) {
    fields.diagnostics().error("out-of-range", fields.map().find("threshold")->where,
                               "`threshold` of a case must be from 0 to 1");
  }
  return threshold;
}

void read_labels(FieldReader& fields, Case& golden) {
  golden.tags = fields.optional_texts("tags");
  golden.group = fields.optional_id("group").value_or("");
  golden.critical = fields.optional_boolean("critical").value_or(false);
  golden.description = fields.optional_text("description").value_or("");
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < ' ' || c == 0x7F; });
}

void read_id(FieldReader& fields, Case& golden) {
  const auto id = fields.optional_id("id");
  golden.id = id ? *id : sha256(identity_text(golden.vars)).substr(0, 12);
  if (golden.id.empty()) {
    fields.diagnostics().error("empty-id", fields.map().find("id")->where, "a case's `id` can't be empty");
  }
  if (has_control_character(golden.id)) {
    fields.diagnostics().error("bad-id", fields.map().find("id")->where, "a case's `id` can't have control characters",
                               "it is printed, and names the case in reports");
  }
}

}  // namespace

std::string identity_text(const Value& record) {
  return canonical_json(has_writing(record) ? as_written(record) : record);
}

bool is_case_key(std::string_view name) {
  Value record = map_value();
  record.set(std::string(name), {});
  Diagnostics faults;
  read_case(record, faults);
  return std::none_of(faults.all().begin(), faults.all().end(),
                      [](const Diagnostic& fault) { return fault.code == "unknown-key"; });
}

std::optional<Case> read_case(const Value& record, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  FieldReader fields(record, diagnostics);
  Case golden;
  golden.where = record.where;
  const Value* vars = fields.optional_map("vars");
  golden.vars = vars == nullptr ? map_value() : *vars;
  read_id(fields, golden);
  if (const Value* expected = fields.optional_value("expected")) {
    golden.expected = *expected;
  }
  if (const Value* assertions = fields.optional_list("assert")) {
    golden.assertions = assertions->items;
  }
  read_labels(fields, golden);
  golden.threshold = read_threshold(fields);
  golden.history = read_history(fields);
  if (const Value* context = fields.optional_list("context")) {
    golden.context = *context;
  }
  golden.output = fields.optional_text("output");
  fields.finish();
  return diagnostics.errors() == errors_before ? std::optional(std::move(golden)) : std::nullopt;
}

}  // namespace promptctl
