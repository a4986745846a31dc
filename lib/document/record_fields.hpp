#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/field_reader.hpp"
#include "document/json.hpp"
#include "document/value_list.hpp"

// What the records that this program writes have in common.
namespace promptctl {

constexpr long long most_events = 1'000'000'000;

// An absent value is not written: no field is ever null.
void set_text(Value& map, std::string_view name, std::string_view text);
void set_number(Value& map, std::string_view name, const std::optional<long long>& number);
void set_list(Value& map, std::string_view name, Value list);
// A list of texts. Only of text this program wrote: what is not such a list reads as empty.
std::vector<std::string> read_texts_value(const Value& list);

long long read_count(FieldReader& fields, std::string_view name);
std::chrono::system_clock::time_point read_time(FieldReader& fields, std::string_view name);

// Each item of a list of maps, by `read`.
template <typename Read>
auto read_items(FieldReader& fields, std::string_view name, Read&& read) {
  std::vector<decltype(read(fields))> items;
  if (const Value* list = fields.optional_list(name)) {
    for (const Value& item : list->items) {
      FieldReader of_item(item, fields.diagnostics());
      items.push_back(read(of_item));
      of_item.finish();
    }
  }
  return items;
}

// Runs `read` on the file's map; none after a fault.
template <typename Read>
auto read_file(const SourcePointer& source, Diagnostics& diagnostics, Read&& read) {
  const std::size_t before = diagnostics.errors();
  const auto document = read_json(source, diagnostics);
  using Record = decltype(read(std::declval<FieldReader&>()));
  std::optional<Record> record;
  if (document) {
    FieldReader fields(*document, diagnostics);
    record = read(fields);
    fields.finish();
  }
  return diagnostics.errors() == before ? record : std::optional<Record>();
}

}  // namespace promptctl
