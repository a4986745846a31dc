#include "schema/read_keyword.hpp"

#include <fmt/format.h>

#include <utility>
#include <variant>

namespace promptctl {
namespace {

bool is_of(const Site& site, const Value& value, Value::Kind kind, std::string_view wanted) {
  if (value.kind != kind) {
    site.compiler.fault(value.where,
                        fmt::format("`{}` must be {}, not {}", site.keyword.name, wanted, kind_name(value.kind)));
  }
  return value.kind == kind;
}

}  // namespace

std::optional<std::size_t> read_count(const Site& site) {
  const Value& value = site.keyword.value;
  constexpr double most = 1e15;
  if (!value.is_integer() || value.number() < 0 || value.number() > most) {
    site.compiler.fault(value.where, fmt::format("`{}` must be a whole number, 0 or more", site.keyword.name));
    return std::nullopt;
  }
  return static_cast<std::size_t>(value.number());
}

std::optional<Decimal> read_number(const Site& site) {
  const Value& value = site.keyword.value;
  return is_of(site, value, Value::Kind::number, "a number") ? std::optional(Decimal(value.text)) : std::nullopt;
}

std::vector<const Node*> read_schemas(const Site& site) {
  std::vector<const Node*> nodes;
  if (!is_of(site, site.keyword.value, Value::Kind::list, "a list of schemas")) {
    return nodes;
  }
  if (site.keyword.value.items.empty()) {
    site.compiler.fault(site.keyword.value.where, fmt::format("`{}` must not be empty", site.keyword.name));
  }
  for (const Value& schema : site.keyword.value.items) {
    nodes.push_back(site.compiler.node(schema));
  }
  return nodes;
}

std::map<std::string, const Node*, std::less<>> read_named_schemas(const Site& site) {
  std::map<std::string, const Node*, std::less<>> nodes;
  if (is_of(site, site.keyword.value, Value::Kind::map, "a map of schemas")) {
    for (const Field& field : site.keyword.value.fields) {
      nodes.emplace(field.name, site.compiler.node(field.value));
    }
  }
  return nodes;
}

std::vector<std::string> read_names(const Site& site, const Value& names) {
  std::vector<std::string> read;
  if (!is_of(site, names, Value::Kind::list, "a list of names")) {
    return read;
  }
  for (const Value& name : names.items) {
    if (is_of(site, name, Value::Kind::text, "a list of names")) {
      read.push_back(name.text);
    }
  }
  return read;
}

std::optional<Regex> read_regex(const Site& site, const std::string& pattern, const Location& where) {
  auto compiled = Regex::compile(pattern);
  if (const auto* error = std::get_if<RegexError>(&compiled)) {
    site.compiler.fault(where, fmt::format("bad pattern `{}`: {} at byte {}", pattern, error->message, error->offset));
    return std::nullopt;
  }
  return std::get<Regex>(std::move(compiled));
}

}  // namespace promptctl
