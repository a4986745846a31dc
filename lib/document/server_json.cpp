#include "document/server_json.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "base/utf16.hpp"

namespace promptctl {
namespace {

constexpr int deepest = 256;
// Of fields with one name the last stays, at its own place.
void drop_repeated(std::vector<Field>& fields) {
  constexpr std::size_t few = 16;  // A look along them is faster than a table.
  std::unordered_map<std::string_view, std::size_t> last;
  const auto is_last = [&](std::size_t at) {
    if (fields.size() > few) {
      return last.at(fields[at].name) == at;
    }
    std::size_t other = at + 1;
    while (other < fields.size() && fields[other].name != fields[at].name) {
      ++other;
    }
    return other == fields.size();
  };
  for (std::size_t at = 0; fields.size() > few && at < fields.size(); ++at) {
    last[fields[at].name] = at;
  }
  std::vector<std::size_t> kept;
  for (std::size_t at = 0; at < fields.size(); ++at) {
    if (is_last(at)) {
      kept.push_back(at);
    }
  }
  for (std::size_t at = 0; at < kept.size() && kept.size() < fields.size(); ++at) {
    std::swap(fields[at], fields[kept[at]]);
  }
  fields.resize(kept.size());
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool value(Value& out, int depth) {
    skip_white_space();
    switch (peek()) {
      case '{':
        return depth < deepest && map(out, depth + 1);
      case '[':
        return depth < deepest && list(out, depth + 1);
      case '"':
        out.kind = Value::Kind::text;
        return text(out.text);
      default:
        return word(out) || number(out);
    }
  }

  void skip_white_space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
      ++at_;
    }
  }

  std::size_t at() const { return at_; }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(std::string_view expected) {
    const bool is_there = text_.substr(at_).starts_with(expected);
    at_ += is_there ? expected.size() : 0;
    return is_there;
  }

  bool map(Value& out, int depth) {
    out.kind = Value::Kind::map;
    take("{");
    skip_white_space();
    if (take("}")) {
      return true;
    }
    do {
      Field& field = out.fields.emplace_back();
      skip_white_space();
      if (peek() != '"' || !text(field.name)) {
        return false;
      }
      skip_white_space();
      if (!take(":") || !value(field.value, depth)) {
        return false;
      }
      skip_white_space();
    } while (take(","));
    drop_repeated(out.fields);
    return take("}");
  }

  bool list(Value& out, int depth) {
    out.kind = Value::Kind::list;
    take("[");
    skip_white_space();
    if (take("]")) {
      return true;
    }
    do {
      if (!value(out.items.emplace_back(), depth)) {
        return false;
      }
      skip_white_space();
    } while (take(","));
    return take("]");
  }

  bool word(Value& out) {
    if (take("true") || take("false")) {
      out = boolean_value(text_[at_ - 2] == 'u');
      return true;
    }
    return take("null") || take("NaN") || take("Infinity") || take("-Infinity");
  }

  std::size_t skip_digits() {
    const std::size_t start = at_;
    while (peek() >= '0' && peek() <= '9') {
      ++at_;
    }
    return at_ - start;
  }

  bool number(Value& out) {
    const std::size_t start = at_;
    take("-");
    const bool leading_zero = peek() == '0';
    const std::size_t digits = skip_digits();
    bool valid = digits > 0 && (!leading_zero || digits == 1);
    valid = valid && (!take(".") || skip_digits() > 0);
    if (valid && (take("e") || take("E"))) {
      if (!take("+")) {
        take("-");
      }
      valid = skip_digits() > 0;
    }
    const std::string_view literal = text_.substr(start, at_ - start);
    Value read = valid ? number_value(literal) : Value();
    if (std::isfinite(read.number())) {  // Beyond what a double holds it is an infinity, and null as that.
      out = std::move(read);
    }
    return valid;
  }

  bool text(std::string& out) {
    take("\"");
    while (at_ < text_.size()) {
      const std::size_t end = std::min(text_.find_first_of("\"\\", at_), text_.size());
      out += text_.substr(at_, end - at_);
      at_ = end;
      if (take("\"")) {
        return true;
      }
      if (!escape(out)) {
        return false;
      }
    }
    return false;
  }

  bool escape(std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (!take("\\")) {
      return false;
    }
    if (take("u")) {
      return escaped_character(out);
    }
    const std::size_t letter = letters.find(peek());
    if (at_ >= text_.size() || letter == std::string_view::npos) {
      return false;
    }
    out += meanings[letter];
    ++at_;
    return true;
  }

  bool escaped_character(std::string& out) {
    auto point = unit();
    if (point && is_high_surrogate(*point) && text_.substr(at_).starts_with("\\u")) {
      const std::size_t before = std::exchange(at_, at_ + 2);
      const auto low = unit();
      const bool is_pair = low && is_low_surrogate(*low);
      point = is_pair ? character_of(*point, *low) : *point;
      at_ = is_pair ? at_ : before;
    }
    if (point) {
      append_code_point(out, *point);
    }
    return point.has_value();
  }

  std::optional<std::uint32_t> unit() {
    constexpr std::size_t size = 4;
    constexpr int hexadecimal = 16;
    const std::string_view digits = text_.substr(at_, size);
    std::uint32_t unit = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, hexadecimal);
    if (error != std::errc() || end != digits.data() + size || digits.size() < size) {
      return std::nullopt;
    }
    at_ += size;
    return unit;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Value> parse_server_json_start(std::string_view text, std::size_t& end) {
  Reader reader(text);
  Value value;
  const bool valid = reader.value(value, 0);
  end = reader.at();
  return valid ? std::optional(std::move(value)) : std::nullopt;
}

std::optional<Value> parse_server_json(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  text.remove_prefix(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  std::size_t end = 0;
  auto value = parse_server_json_start(text, end);
  const bool whole = trim(text.substr(end)).empty();
  return whole ? std::move(value) : std::nullopt;
}

}  // namespace promptctl
