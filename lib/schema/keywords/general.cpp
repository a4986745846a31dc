// type, enum, const: of values of any kind.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "schema/compiler.hpp"
#include "schema/read_keyword.hpp"
#include "schema/visit.hpp"

namespace promptctl {
namespace {

constexpr std::size_t excerpt_width = 60;

struct TypeName {
  std::string_view name;
  bool (*holds)(const Value& value);
};

template <Value::Kind kind>
bool is_kind(const Value& value) {
  return value.kind == kind;
}

constexpr std::array type_names{
    TypeName{"null", is_kind<Value::Kind::null>},
    TypeName{"boolean", is_kind<Value::Kind::boolean>},
    TypeName{"number", is_kind<Value::Kind::number>},
    TypeName{"string", is_kind<Value::Kind::text>},
    TypeName{"array", is_kind<Value::Kind::list>},
    TypeName{"object", is_kind<Value::Kind::map>},
    TypeName{"integer", [](const Value& value) { return value.is_integer(); }},
};

std::string_view name_of(const Value& value) {
  return std::find_if(type_names.begin(), type_names.end(), [&](const TypeName& type) { return type.holds(value); })
      ->name;
}

const TypeName* read_type(const Site& site, const Value& written) {
  const auto* found = std::find_if(type_names.begin(), type_names.end(), [&written](const TypeName& type) {
    return written.is_text() && type.name == written.text;
  });
  if (found == type_names.end()) {
    std::vector<std::string_view> names;
    std::transform(type_names.begin(), type_names.end(), std::back_inserter(names),
                   [](const TypeName& type) { return type.name; });
    site.compiler.fault(written.where, fmt::format("{} is no type", compact_json(written)),
                        fmt::format("types: {}", fmt::join(names, ", ")));
    return nullptr;
  }
  return found;
}

Rule compile_type(const Site& site) {
  const Value& value = site.keyword.value;
  std::vector<const TypeName*> types;
  std::vector<std::string_view> names;
  for (const Value& written : value.is_list() ? value.items : std::vector<Value>{value}) {
    if (const TypeName* type = read_type(site, written)) {
      types.push_back(type);
      names.push_back(type->name);
    }
  }
  return [types, wanted = fmt::format("{}", fmt::join(names, " or "))](const Value& instance, Visit& visit) {
    return std::any_of(types.begin(), types.end(), [&](const TypeName* type) { return type->holds(instance); }) ||
           visit.fail(fmt::format("must be of type {}, not {}", wanted, name_of(instance)));
  };
}

Rule one_of(const std::vector<Value>& allowed, std::string complaint) {
  return [&allowed, complaint = std::move(complaint)](const Value& instance, Visit& visit) {
    return std::any_of(allowed.begin(), allowed.end(), [&](const Value& one) { return same(one, instance); }) ||
           visit.fail(fmt::format("{}, not {}", complaint, shorten(compact_json(instance), excerpt_width)));
  };
}

Rule compile_enum(const Site& site) {
  const Value& value = site.keyword.value;
  if (!value.is_list()) {
    site.compiler.fault(value.where, "`enum` must be a list");
    return {};
  }
  const std::string allowed = compact_json(value);
  return one_of(value.items,
                fmt::format("must be one of {}", shorten(allowed.substr(1, allowed.size() - 2), excerpt_width)));
}

Rule compile_const(const Site& site) {
  const Value& value = site.keyword.value;
  return [&value](const Value& instance, Visit& visit) {
    return same(value, instance) ||
           visit.fail(fmt::format("must be {}, not {}", shorten(compact_json(value), excerpt_width),
                                  shorten(compact_json(instance), excerpt_width)));
  };
}

constexpr auto no_schema = Keyword::Holds::no_schema;

constexpr std::array keywords{
    Keyword{"type", no_schema, compile_type},
    Keyword{"enum", no_schema, compile_enum},
    Keyword{"const", no_schema, compile_const},
};

}  // namespace

std::span<const Keyword> general_keywords() {
  return keywords;
}

}  // namespace promptctl
