#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/units.hpp"
#include "document/value.hpp"

namespace promptctl {

// Reads the fields of a map and reports, each at its place, those that are missing, of the wrong kind, or left unread.
// Every reader goes on after a fault, with an absent or empty value, so that one run shows all of them.
class FieldReader {
 public:
  // Both must outlive the reader. A `map` that is no map is one fault, and reads as an empty one.
  FieldReader(const Value& map, Diagnostics& diagnostics);

  std::string required_text(std::string_view name);
  std::optional<std::string> optional_text(std::string_view name);
  std::optional<double> optional_number(std::string_view name);
  std::optional<long long> optional_integer(std::string_view name, long long least, long long most);
  std::optional<bool> optional_boolean(std::string_view name);

  // A text, or a whole number, which is taken as its text.
  std::optional<std::string> optional_id(std::string_view name);

  // One text, or a list of texts.
  std::vector<std::string> optional_texts(std::string_view name);

  // "500ms", "3s", "24h": see base/units.hpp. The same for shares ("2%") and money ("0.01 USD").
  std::optional<std::chrono::milliseconds> optional_duration(std::string_view name);
  std::optional<double> optional_share(std::string_view name);
  std::optional<Usd> optional_money(std::string_view name);

  // One of `allowed`; anything else is a fault that names the nearest.
  std::optional<std::string> optional_choice(std::string_view name, const std::vector<std::string_view>& allowed);

  const Value* optional_map(std::string_view name);
  const Value* optional_list(std::string_view name);

  // Of any kind; null when absent. A field written as null counts as present.
  const Value* optional_value(std::string_view name);
  const Value* required_value(std::string_view name);

  // The fields that nothing has asked for yet, for a map whose other names are the user's to choose. Marks them read.
  std::vector<const Field*> remaining();

  // Reports every field that nothing asked for, with the nearest name that something did.
  void finish();

  const Value& map() const { return map_; }
  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  const Value* optional_of(std::string_view name, Value::Kind kind);
  void wrong_kind(std::string_view name, const Value& value, std::string_view wanted);

  const Value& map_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> asked_;
};

}  // namespace promptctl
