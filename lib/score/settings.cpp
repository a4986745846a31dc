#include "score/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "base/text.hpp"

namespace promptctl {
namespace {

bool is_plain(const Value& value) {
  return value.is_text() || value.is_number() || value.kind == Value::Kind::boolean;
}

void report_kind(FieldReader& settings, std::string_view name, const Value& value, std::string_view wanted) {
  settings.diagnostics().error("wrong-kind", value.where,
                               fmt::format("`{}` must be {}, not {}", name, wanted, kind_name(value.kind)));
}

// Whether the backslash here takes the meaning from a quote, a backslash or a comma behind it.
bool is_escape(std::string_view text, std::size_t at) {
  constexpr std::string_view marks = "\"\\,";
  return text[at] == '\\' && at + 1 < text.size() && marks.find(text[at + 1]) != std::string_view::npos;
}

// The piece without quotes that begins at `at`, which moves to its comma.
std::string plain_piece(std::string_view text, std::size_t& at) {
  std::string piece;
  for (; at < text.size() && text[at] != ','; ++at) {
    at += is_escape(text, at) ? 1U : 0U;
    piece += text[at];
  }
  return std::string(trim(piece));
}

// The piece in quotes that begins at `at`, which moves behind it; none when the quotes don't end.
std::optional<std::string> quoted_piece(std::string_view text, std::size_t& at) {
  std::string piece;
  for (++at; at < text.size(); ++at) {
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    const bool escaped = is_escape(text, at) || (text[at] == '"' && next == '"');
    if (text[at] == '"' && !escaped) {
      ++at;
      return piece;
    }
    at += escaped ? 1U : 0U;
    piece += text[at];
  }
  return std::nullopt;
}

// None when quotes don't end, or end before the piece does.
std::optional<std::vector<std::string>> split_at_commas(std::string_view text) {
  constexpr std::string_view between = " \t\r\n,";
  std::vector<std::string> pieces;
  for (std::size_t at = text.find_first_not_of(between); at < text.size(); at = text.find_first_not_of(between, at)) {
    if (text[at] != '"') {
      pieces.push_back(plain_piece(text, at));
      continue;
    }
    auto piece = quoted_piece(text, at);
    at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    if (!piece || (at < text.size() && text[at] != ',')) {
      return std::nullopt;
    }
    pieces.push_back(*std::move(piece));
  }
  return pieces;
}

std::optional<std::vector<std::string>> listed_texts(FieldReader& settings, const Value& list) {
  std::vector<std::string> texts;
  for (const Value& item : list.items) {
    if (!is_plain(item)) {
      report_kind(settings, "value", item, "a list of texts");
      return std::nullopt;
    }
    if (written_text(item).empty()) {
      settings.diagnostics().error("empty-value", item.where, "an empty text stands in every reply",
                                   "take it out of the list");
      return std::nullopt;
    }
    texts.push_back(written_text(item));
  }
  return texts;
}

}  // namespace

std::optional<std::string> read_value_text(FieldReader& settings) {
  const Value* value = settings.required_value("value");
  if (value != nullptr && !is_plain(*value)) {
    report_kind(settings, "value", *value, "text or a number");
  }
  return value != nullptr && is_plain(*value) ? std::optional(written_text(*value)) : std::nullopt;
}

std::optional<std::string> read_wanted_text(FieldReader& settings) {
  auto text = read_value_text(settings);
  if (text && text->empty()) {
    settings.diagnostics().error("empty-value", settings.map().find("value")->where,
                                 "`value` is empty: every reply would pass");
    return std::nullopt;
  }
  return text;
}

std::optional<std::vector<std::string>> read_wanted_texts(FieldReader& settings) {
  const Value* value = settings.required_value("value");
  if (value == nullptr) {
    return std::nullopt;
  }
  if (!value->is_list() && !is_plain(*value)) {
    report_kind(settings, "value", *value, "a list of texts");
    return std::nullopt;
  }
  auto texts = value->is_list() ? listed_texts(settings, *value) : split_at_commas(written_text(*value));
  if (texts && !value->is_list() &&
      std::any_of(texts->begin(), texts->end(), [](const auto& one) { return one.empty(); })) {
    settings.diagnostics().error("empty-value", value->where,
                                 "`value` names an empty text, which stands in every reply", "take it out");
    return std::nullopt;
  }
  if (!texts && !value->is_list()) {
    settings.diagnostics().error("wrong-kind", value->where, "a quote in `value` has no end before the next comma",
                                 "write a list instead of one text");
  }
  if (texts && texts->empty()) {
    settings.diagnostics().error("empty-value", value->where, "`value` is empty: it names nothing to look for");
    return std::nullopt;
  }
  return texts;
}

std::string quoted_list_item(std::string_view text) {
  std::string quoted;
  for (const char c : text) {
    quoted += c == '"' || c == '\\' || c == ',' ? std::string{'\\', c} : std::string(1, c);
  }
  return quoted;
}

std::optional<double> read_size(FieldReader& settings, std::string_view name) {
  const auto number = settings.optional_number(name);
  if (number && *number < 0) {
    settings.diagnostics().error("out-of-range", settings.map().find(name)->where,
                                 fmt::format("`{}` must be 0 or more", name));
    return std::nullopt;
  }
  return number;
}

std::optional<Regex> read_pattern(const Value& pattern, Diagnostics& diagnostics) {
  auto compiled = Regex::compile(pattern.text);
  if (const auto* error = std::get_if<RegexError>(&compiled)) {
    diagnostics.error("bad-regex", pattern.where,
                      fmt::format("bad pattern `{}`: {} at byte {}", pattern.text, error->message, error->offset));
    return std::nullopt;
  }
  return std::get<Regex>(std::move(compiled));
}

}  // namespace promptctl
