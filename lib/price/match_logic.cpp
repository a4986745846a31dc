#include "price/match_logic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/regex.hpp"
#include "base/text.hpp"

namespace promptctl {
namespace {

using Test = bool (*)(std::string_view name, std::string_view written);

bool fits_regex(std::string_view name, std::string_view pattern) {
  const auto regex = Regex::compile(pattern);
  return std::holds_alternative<Regex>(regex) && std::get<Regex>(regex).search(name).matched();
}

constexpr std::array<std::pair<std::string_view, Test>, 5> tests{{
    {"equals", [](std::string_view name, std::string_view text) { return name == lower_ascii(text); }},
    {"starts_with", [](std::string_view name, std::string_view text) { return name.starts_with(lower_ascii(text)); }},
    {"ends_with", [](std::string_view name, std::string_view text) { return name.ends_with(lower_ascii(text)); }},
    {"contains", [](std::string_view name,
                    std::string_view text) { return name.find(lower_ascii(text)) != std::string_view::npos; }},
    {"regex", fits_regex},
}};

const Field* only_field(const Value& logic) {
  return logic.is_map() && logic.fields.size() == 1 ? &logic.fields.front() : nullptr;
}

const auto* find_test(std::string_view name) {
  return std::find_if(tests.begin(), tests.end(), [name](const auto& test) { return test.first == name; });
}

bool is_list_of_logic(std::string_view name) {
  return name == "or" || name == "and";
}

void check_regex(const Value& pattern, Diagnostics& diagnostics) {
  const auto regex = Regex::compile(pattern.text);
  if (const auto* error = std::get_if<RegexError>(&regex)) {
    diagnostics.error("bad-regex", pattern.where, fmt::format("not a regular expression: {}", error->message));
  }
}

void check_field(const Field& field, Diagnostics& diagnostics) {
  const Value& value = field.value;
  if (is_list_of_logic(field.name) && value.is_list()) {
    for (const Value& item : value.items) {
      check_match_logic(item, diagnostics);
    }
  } else if (!is_list_of_logic(field.name) && find_test(field.name) == tests.end()) {
    diagnostics.error("unknown-key", field.where, fmt::format("unknown key `{}`", field.name),
                      "one of: equals, starts_with, ends_with, contains, regex, or, and");
  } else if (!value.is_text()) {
    diagnostics.error("wrong-kind", value.where,
                      fmt::format("`{}` must be {}, not {}", field.name,
                                  is_list_of_logic(field.name) ? "a list" : "text", kind_name(value.kind)));
  } else if (field.name == "regex") {
    check_regex(value, diagnostics);
  }
}

}  // namespace

bool matches(const Value& logic, std::string_view name) {
  const Field* field = only_field(logic);
  if (field == nullptr) {
    return false;
  }
  const auto& items = field->value.items;
  const auto fits = [name](const Value& item) { return matches(item, name); };
  if (field->name == "or") {
    return std::any_of(items.begin(), items.end(), fits);
  }
  if (field->name == "and") {
    return !items.empty() && std::all_of(items.begin(), items.end(), fits);
  }
  const auto* test = find_test(field->name);
  return test != tests.end() && test->second(name, field->value.text);
}

void check_match_logic(const Value& logic, Diagnostics& diagnostics) {
  if (const Field* field = only_field(logic)) {
    check_field(*field, diagnostics);
    return;
  }
  diagnostics.error("wrong-kind", logic.where, "`match` must be a map of one key",
                    "{\"equals\": \"model\"}, or {\"or\": [{\"starts_with\": \"model\"}, …]}");
}

}  // namespace promptctl
