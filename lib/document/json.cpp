#include "document/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "base/utf8.hpp"

namespace promptctl {
namespace {

constexpr std::size_t deepest = 256;

// Iterates over the text and tells, through `*position`, how far the parser has read. The parser asks for the next
// token only when it is done with the last, so that at each event `position` is at most one byte past its token.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(const char* at, const char** position) : at_(at), position_(position) {}

  reference operator*() const { return *at_; }
  Cursor& operator++() {
    *position_ = ++at_;
    return *this;
  }
  Cursor operator++(int) {
    Cursor before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Cursor& a, const Cursor& b) { return a.at_ == b.at_; }
  friend bool operator!=(const Cursor& a, const Cursor& b) { return !(a == b); }

 private:
  const char* at_;
  const char** position_;
};

// Turns an offset into a place without counting lines anew for every token: offsets only ever grow.
class LineCounter {
 public:
  explicit LineCounter(SourcePointer source) : source_(std::move(source)) {}

  Location at(std::size_t offset) {
    if (!source_) {
      return {};
    }
    const std::string_view text = source_->text();
    for (; seen_ < offset; ++seen_) {
      if (text[seen_] == '\n') {
        ++line_;
        line_start_ = seen_ + 1;
      }
    }
    return {source_, source_->first_line() + line_, static_cast<int>(offset - line_start_) + 1};
  }

 private:
  SourcePointer source_;
  std::size_t seen_ = 0;
  int line_ = 0;
  std::size_t line_start_ = 0;
};

struct Fault {
  std::string_view code;
  std::size_t offset = 0;
  std::string message;
};

// Receives the parser's events and builds the tree. nlohmann's own tree has no places, keeps the last of two equal keys
// and overflows the stack on deep nesting; its parser does neither.
class TreeBuilder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  TreeBuilder(std::string_view text, const char** position, SourcePointer source)
      : text_(text), position_(position), lines_(std::move(source)) {}

  bool null() { return add(Value()); }
  bool boolean(bool value) { return add(boolean_value(value)); }
  bool number_integer(number_integer_t value) { return add(integer_value(value)); }
  bool number_unsigned(number_unsigned_t value) { return add(number_value(std::to_string(value))); }
  bool number_float(number_float_t, const string_t& literal) {
    Value number = number_value(literal);
    if (number.text != literal) {
      number.written = literal;
    }
    return add(std::move(number));
  }
  bool string(const string_t& value) { return add(text_value(value)); }
  bool binary(const binary_t&) { return false; }

  bool start_object(std::size_t) { return open(Value::Kind::map); }
  bool start_array(std::size_t) { return open(Value::Kind::list); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(const string_t& name) {
    const std::size_t offset = token_start();
    Frame& frame = open_.back();
    if (!is_new(frame, name)) {
      faults_.push_back({"duplicate-key", offset, fmt::format("`{}` is written twice", name)});
    }
    frame.node->fields.push_back({name, lines_.at(offset), {}});
    end_token();
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) {
    if (error.id == nlohmann_out_of_range) {
      faults_.push_back({"json-syntax", token_start(), "the number is too large"});
    } else {
      const auto read = static_cast<std::size_t>(*position_ - text_.data());
      faults_.push_back({"json-syntax", std::min(read == 0 ? 0 : read - 1, text_.size()), message_of(error.what())});
    }
    return false;
  }

  Value take() { return std::move(root_); }
  const std::vector<Fault>& faults() const { return faults_; }

 private:
  static constexpr int nlohmann_out_of_range = 406;
  static constexpr std::size_t few_fields = 16;

  struct Frame {
    Value* node;
    std::unordered_set<std::string> names;  // Of a map with many fields; for one with few, a look along them is faster.
  };

  static bool is_new(Frame& frame, const std::string& name) {
    if (frame.node->fields.size() < few_fields) {
      return frame.node->find(name) == nullptr;
    }
    if (frame.names.empty()) {
      for (const Field& field : frame.node->fields) {
        frame.names.insert(field.name);
      }
    }
    return frame.names.insert(name).second;
  }

  // "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while parsing value - unexpected…"
  static std::string message_of(std::string_view what) {
    const std::size_t after_place = what.find(": ", what.find("column"));
    std::string_view message = after_place == std::string_view::npos ? what : what.substr(after_place + 2);
    const std::size_t reason = message.find(" - ");
    message = reason == std::string_view::npos ? message : message.substr(reason + 3);
    return std::string(message.substr(0, message.find("; last read")));
  }

  std::size_t token_start() const {
    const std::size_t start = text_.find_first_not_of(" \t\r\n,:", token_end_);
    return std::min(start, text_.size());
  }

  // The parser reads one byte too many after a number; the next token never starts before it, and white space, commas
  // and colons are skipped from here anyway. A closing bracket read ahead is no token that needs a place.
  void end_token() { token_end_ = static_cast<std::size_t>(*position_ - text_.data()); }

  Value* place(Value value) {
    value.where = lines_.at(token_start());
    const bool number = value.is_number();
    Value* node = nullptr;
    if (open_.empty()) {
      root_ = std::move(value);
      node = &root_;
    } else if (open_.back().node->is_map()) {
      node = &open_.back().node->fields.back().value;
      *node = std::move(value);
    } else {
      open_.back().node->items.push_back(std::move(value));
      node = &open_.back().node->items.back();
    }
    end_token();
    token_end_ -= number && token_end_ > 0 && token_end_ < text_.size() ? 1U : 0U;
    return node;
  }

  bool add(Value value) {
    place(std::move(value));
    return true;
  }

  bool open(Value::Kind kind) {
    if (open_.size() >= deepest) {
      faults_.push_back({"too-deep", token_start(), fmt::format("nested more than {} levels deep", deepest)});
      return false;
    }
    Value value;
    value.kind = kind;
    open_.push_back({place(std::move(value)), {}});
    return true;
  }

  bool close() {
    open_.pop_back();
    end_token();
    return true;
  }

  std::string_view text_;
  const char** position_;
  LineCounter lines_;
  std::size_t token_end_ = 0;
  Value root_;
  std::vector<Frame> open_;
  std::vector<Fault> faults_;
};

struct Parsed {
  std::optional<Value> value;
  std::vector<Fault> faults;
  std::size_t end = 0;
};

// The parser takes a null byte for the end of the text: what stands behind it would be read over.
Parsed parse(std::string_view text, const SourcePointer& source, bool whole) {
  if (const std::size_t null = text.find('\0'); whole && null != std::string_view::npos) {
    return {std::nullopt, {{"json-syntax", null, "a null byte, which JSON does not have"}}, null};
  }
  const char* position = text.data();
  TreeBuilder builder(text, &position, source);
  const bool parsed =
      nlohmann::json::sax_parse(Cursor(text.data(), &position), Cursor(text.data() + text.size(), &position), &builder,
                                nlohmann::json::input_format_t::json, whole);
  return {parsed ? std::optional(builder.take()) : std::nullopt, builder.faults(),
          static_cast<std::size_t>(position - text.data())};
}

}  // namespace

std::optional<Value> read_json(const SourcePointer& source, Diagnostics& diagnostics) {
  if (const auto invalid = find_invalid_utf8(source->text())) {
    diagnostics.error("invalid-utf8", locate(source, *invalid), "the text is not UTF-8 here");
    return std::nullopt;
  }
  Parsed parsed = parse(source->text(), source, true);
  for (const Fault& fault : parsed.faults) {
    diagnostics.error(fault.code, locate(source, fault.offset), fault.message);
  }
  return std::move(parsed.value);
}

std::optional<Value> parse_json(std::string_view text) {
  Parsed parsed = parse(text, nullptr, true);
  return parsed.faults.empty() ? std::move(parsed.value) : std::nullopt;
}

std::optional<Value> find_json(std::string_view text, std::size_t* end) {
  constexpr int most_attempts = 1000;  // Each attempt may read to the end: a reply of brackets must not take minutes.
  std::size_t start = text.find_first_of("[{");
  for (int attempt = 0; start != std::string_view::npos && attempt < most_attempts; ++attempt) {
    Parsed parsed = parse(text.substr(start), nullptr, false);
    if (parsed.value && parsed.faults.empty()) {
      if (end != nullptr) {
        *end = start + parsed.end;
      }
      return std::move(parsed.value);
    }
    start = text.find_first_of("[{", start + 1);
  }
  return std::nullopt;
}

}  // namespace promptctl
