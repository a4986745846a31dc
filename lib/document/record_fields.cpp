#include "document/record_fields.hpp"

#include <fmt/format.h>

#include "base/utc.hpp"

namespace promptctl {

void set_text(Value& map, std::string_view name, std::string_view text) {
  if (!text.empty()) {
    map.set(std::string(name), text_value(text));
  }
}

void set_number(Value& map, std::string_view name, const std::optional<long long>& number) {
  if (number) {
    map.set(std::string(name), integer_value(*number));
  }
}

void set_list(Value& map, std::string_view name, Value list) {
  if (!list.items.empty()) {
    map.set(std::string(name), std::move(list));
  }
}

std::vector<std::string> read_texts_value(const Value& list) {
  std::vector<std::string> texts;
  for (const Value& item : list.items) {
    texts.push_back(item.text);
  }
  return texts;
}

long long read_count(FieldReader& fields, std::string_view name) {
  fields.required_value(name);
  return fields.optional_integer(name, 1, most_events).value_or(0);
}

std::chrono::system_clock::time_point read_time(FieldReader& fields, std::string_view name) {
  const std::string text = fields.required_text(name);
  const auto time = parse_utc(text);
  if (!time && fields.map().find(name) != nullptr) {
    fields.diagnostics().error("bad-time", fields.map().find(name)->where,
                               fmt::format("`{}` is no time of the form 2026-01-02T03:04:05Z", text));
  }
  return time.value_or(std::chrono::system_clock::time_point());
}

}  // namespace promptctl
