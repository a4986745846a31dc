#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "codec/json.hpp"
#include "model/field_reader.hpp"
#include "model/ledger.hpp"

// What the files of the ledger have in common.
namespace promptctl {

constexpr long long most_events = 1'000'000'000;

// An absent value is not written: no field is ever null.
void set_text(Value& map, std::string_view name, std::string_view text);
void set_number(Value& map, std::string_view name, const std::optional<long long>& number);
void set_list(Value& map, std::string_view name, Value list);
void set_stamp(Value& map, const EventStamp& stamp);

Value name_value(const VersionName& name);
Value registered_value(const RegisteredVersion& version);
Value move_value(const Move& move);

long long read_count(FieldReader& fields, std::string_view name);
TimePoint read_time(FieldReader& fields, std::string_view name);
VersionName read_name(FieldReader& fields);
EventStamp read_stamp(FieldReader& fields);
RegisteredVersion read_registered_version(FieldReader& fields);
Move read_move(FieldReader& fields);

template <typename Range, typename Write>
Value list_of(const Range& range, Write&& write) {
  Value list = list_value({});
  for (const auto& item : range) {
    list.items.push_back(write(item));
  }
  return list;
}

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
