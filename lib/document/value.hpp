#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace promptctl {

struct Field;

// One node of a YAML, JSON or CSV document: JSON's data model, each node with the place it was written. The only form
// in which the program holds data whose shape is the user's or a provider's to choose. Values made by the program
// itself have no place.
struct Value {
  enum class Kind { null, boolean, number, text, list, map };

  Kind kind = Kind::null;
  Location where;
  std::string text;           // text: itself; number: canonical, see `number_value`; boolean: "true" or "false"
  std::string written;        // a number or boolean whose file has another form: 3.10, 1e3, 0x1F, True
  std::vector<Value> items;   // list
  std::vector<Field> fields;  // map, in the order written; names are unique

  bool is_null() const { return kind == Kind::null; }
  bool is_text() const { return kind == Kind::text; }
  bool is_number() const { return kind == Kind::number; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }

  // The field's value; null when this is no map or has no such field. Dots are part of the name.
  const Value* find(std::string_view name) const;

  // Appends a field to a map; the name must be new to it. Returns *this, for building in one expression.
  Value& set(std::string name, Value value);

  // A boolean's value; false for every other kind.
  bool is_true() const { return kind == Kind::boolean && text == "true"; }

  // A number's value, correctly rounded; 0 for every other kind.
  double number() const;

  // A number without a fraction: 1, 1.0 and 1e2 are, 1.5 is not.
  bool is_integer() const;
};

struct Field {
  std::string name;
  Location where;  // of the key
  Value value;
};

Value text_value(std::string_view text);
Value boolean_value(bool boolean);
Value integer_value(long long number);
Value list_value(std::vector<Value> items);
Value texts_value(const std::vector<std::string>& texts);
Value map_value();

// A number from a literal of JSON's grammar. Its `text` is canonical: the shortest text of the nearest double, as
// ECMAScript prints it (1.50 is 1.5, 2.0 is 2, 1e3 is 1000), where that is the same number; else the literal, so that
// no digit is lost. A literal beyond the range of a double gives an infinity's text, "Infinity" or "-Infinity".
Value number_value(std::string_view literal);

// As `number_value` of the number's shortest literal.
Value number_value(double number);

// "null", "a boolean", "a number", "text", "a list", "a map": for messages.
std::string_view kind_name(Value::Kind kind);

// Equal as JSON: numbers by value, maps regardless of order; places do not count.
bool same(const Value& a, const Value& b);

// Text as it is, numbers and booleans as in JSON, nothing for null, JSON for lists and maps.
std::string display_text(const Value& value);

// The value as a template prints it: as `display_text`, but a number or boolean of YAML as its file has it, which is
// what counts where text is meant; in JSON too, where JSON has that form of a number.
std::string written_text(const Value& value);

// How JSON has a number of YAML: 3.10 as 3.1, by which it is compared, or as the file has it, where that is JSON.
enum class JsonNumbers { canonical, as_written };

// JSON without white space, map fields in the order written. `write_json` in codec/ has the other forms.
std::string compact_json(const Value& value, JsonNumbers numbers = JsonNumbers::canonical);
void append_json(std::string& out, const Value& value, JsonNumbers numbers = JsonNumbers::canonical);

// A JSON string literal, quotes included. Bytes that are not UTF-8 become U+FFFD; all but ASCII controls, `"` and `\`
// stay as they are.
void append_json_text(std::string& out, std::string_view text);

}  // namespace promptctl
