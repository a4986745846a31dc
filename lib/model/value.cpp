#include "model/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

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
  return number_value(nearest_double(literal));
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
      // Whole numbers differ where their digits do, also where the nearest double is the same.
      return a.text == b.text || (!(is_whole_literal(a.text) && is_whole_literal(b.text)) && a.number() == b.number());
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
  return value.written.empty() ? display_text(value) : value.written;
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

void append_json(std::string& out, const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      out += "null";
      break;
    case Value::Kind::number:
      out += value.text.ends_with("Infinity") || value.text == "NaN" ? "null" : std::string_view(value.text);
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
        append_json(out, item);
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
        append_json(out, field.value);
      }
      out += value.fields.empty() ? "{}" : "}";
      break;
    }
  }
}

std::string compact_json(const Value& value) {
  std::string out;
  append_json(out, value);
  return out;
}

}  // namespace promptctl
