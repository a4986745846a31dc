#include "document/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/decimal.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl {
namespace {

Value scalar(Value::Kind kind, std::string text) {
  Value value;
  value.kind = kind;
  value.text = std::move(text);
  return value;
}

bool is_whole_literal(std::string_view literal) {
  return literal.find_first_not_of("0123456789", literal.starts_with('-') ? 1 : 0) == std::string_view::npos;
}

bool skip_digits(std::string_view& text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(digits);
  return digits > 0;
}

// Whether JSON's grammar has a number in this form: 3.10, 1e3; not 0x1F, +5, 5., 007.
bool is_json_number(std::string_view text) {
  text.remove_prefix(text.starts_with('-') ? 1 : 0);
  const bool has_leading_zero = text.size() > 1 && text[0] == '0' && text.find_first_of(".eE") != 1;
  if (has_leading_zero || !skip_digits(text)) {
    return false;
  }
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (!skip_digits(text)) {
      return false;
    }
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    text.remove_prefix(text.starts_with('+') || text.starts_with('-') ? 1 : 0);
    return skip_digits(text) && text.empty();
  }
  return text.empty();
}

std::string_view json_number(const Value& number, JsonNumbers numbers) {
  if (numbers == JsonNumbers::as_written && is_json_number(number.written)) {
    return number.written;
  }
  return number.text.ends_with("Infinity") || number.text == "NaN" ? "null" : std::string_view(number.text);
}

// from_chars leaves the number alone when it is out of range: infinite when large, zero when small.
double nearest_double(std::string_view literal) {
  double number = 0;
  const auto [stop, error] = std::from_chars(literal.data(), literal.data() + literal.size(), number);
  static_cast<void>(stop);
  if (error == std::errc::result_out_of_range) {
    const bool tiny = literal.find("e-") != std::string_view::npos || literal.find("E-") != std::string_view::npos;
    number = tiny ? 0.0 : literal.starts_with('-') ? -HUGE_VAL : HUGE_VAL;
  }
  return number;
}

bool same_fields(const Value& a, const Value& b) {
  return a.fields.size() == b.fields.size() && std::all_of(a.fields.begin(), a.fields.end(), [&b](const Field& field) {
           const Value* other = b.find(field.name);
           return other != nullptr && same(field.value, *other);
         });
}

}  // namespace

const Value* Value::find(std::string_view name) const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [name](const Field& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &found->value;
}

Value& Value::set(std::string name, Value value) {
  fields.push_back({std::move(name), {}, std::move(value)});
  return *this;
}

double Value::number() const {
  if (kind != Kind::number) {
    return 0;
  }
  if (text == "Infinity" || text == "-Infinity") {
    return text.starts_with('-') ? -HUGE_VAL : HUGE_VAL;
  }
  return nearest_double(text);
}

bool Value::is_integer() const {
  return kind == Kind::number && (is_whole_literal(text) || number() == std::trunc(number())) &&
         std::isfinite(number());
}

Value text_value(std::string_view text) {
  return scalar(Value::Kind::text, std::string(text));
}

Value boolean_value(bool boolean) {
  return scalar(Value::Kind::boolean, boolean ? "true" : "false");
}

Value integer_value(long long number) {
  return scalar(Value::Kind::number, std::to_string(number));
}

Value list_value(std::vector<Value> items) {
  Value value;
  value.kind = Value::Kind::list;
  value.items = std::move(items);
  return value;
}

Value texts_value(const std::vector<std::string>& texts) {
  Value list = list_value({});
  for (const std::string& text : texts) {
    list.items.push_back(text_value(text));
  }
  return list;
}

Value map_value() {
  Value value;
  value.kind = Value::Kind::map;
  return value;
}

Value number_value(std::string_view literal) {
  if (is_whole_literal(literal) && literal != "-0") {
    return scalar(Value::Kind::number, std::string(literal));
  }
  const double number = nearest_double(literal);
  const Value nearest = number_value(number);
  return std::isinf(number) || Decimal(nearest.text) == Decimal(literal)
             ? nearest
             : scalar(Value::Kind::number, std::string(literal));
}

Value number_value(double number) {
  return scalar(Value::Kind::number, number_text(number));
}

std::string_view kind_name(Value::Kind kind) {
  switch (kind) {
    case Value::Kind::null:
      return "null";
    case Value::Kind::boolean:
      return "a boolean";
    case Value::Kind::number:
      return "a number";
    case Value::Kind::text:
      return "text";
    case Value::Kind::list:
      return "a list";
    case Value::Kind::map:
      return "a map";
  }
  return "";
}

bool same(const Value& a, const Value& b) {
  if (a.kind != b.kind) {
    return false;
  }
  switch (a.kind) {
    case Value::Kind::null:
      return true;
    case Value::Kind::number:
      return Decimal(a.text) == Decimal(b.text);  // Also where the nearest double is the same.
    case Value::Kind::boolean:
    case Value::Kind::text:
      return a.text == b.text;
    case Value::Kind::list:
      return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same);
    case Value::Kind::map:
      return same_fields(a, b);
  }
  return false;
}

std::string display_text(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return {};
    case Value::Kind::boolean:
    case Value::Kind::number:
    case Value::Kind::text:
      return value.text;
    case Value::Kind::list:
    case Value::Kind::map:
      return compact_json(value);
  }
  return {};
}

std::string written_text(const Value& value) {
  const bool is_nested = value.is_list() || value.is_map();
  return is_nested               ? compact_json(value, JsonNumbers::as_written)
         : value.written.empty() ? display_text(value)
                                 : value.written;
}

void append_json_text(std::string& out, std::string_view text) {
  if (find_invalid_utf8(text)) {
    append_json_text(out, repair_utf8(text));
    return;
  }
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

void append_json(std::string& out, const Value& value, JsonNumbers numbers) {
  switch (value.kind) {
    case Value::Kind::null:
      out += "null";
      break;
    case Value::Kind::number:
      out += json_number(value, numbers);
      break;
    case Value::Kind::boolean:
      out += value.text;
      break;
    case Value::Kind::text:
      append_json_text(out, value.text);
      break;
    case Value::Kind::list: {
      char before = '[';
      for (const Value& item : value.items) {
        out += std::exchange(before, ',');
        append_json(out, item, numbers);
      }
      out += value.items.empty() ? "[]" : "]";
      break;
    }
    case Value::Kind::map: {
      char before = '{';
      for (const Field& field : value.fields) {
        out += std::exchange(before, ',');
        append_json_text(out, field.name);
        out += ':';
        append_json(out, field.value, numbers);
      }
      out += value.fields.empty() ? "{}" : "}";
      break;
    }
  }
}

std::string compact_json(const Value& value, JsonNumbers numbers) {
  std::string out;
  append_json(out, value, numbers);
  return out;
}

}  // namespace promptctl
