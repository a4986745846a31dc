// minLength, maxLength, pattern, format: of text. Lengths count code points.

#include <fmt/format.h>

#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "schema/compiler.hpp"
#include "schema/format.hpp"
#include "schema/limits.hpp"
#include "schema/read_keyword.hpp"
#include "schema/visit.hpp"

namespace promptctl {
namespace {

constexpr std::size_t excerpt_width = 60;

std::string quoted(const Value& instance) {
  return shorten(compact_json(instance), excerpt_width);
}

constexpr CountedSize length{Value::Kind::text, "character", "",
                             [](const Value& text) { return count_code_points(text.text); }};

Rule compile_min_length(const Site& site) {
  return at_least(site, length);
}

Rule compile_max_length(const Site& site) {
  return at_most(site, length);
}

Rule compile_pattern(const Site& site) {
  const Value& pattern = site.keyword.value;
  if (!pattern.is_text()) {
    site.compiler.fault(pattern.where, fmt::format("`pattern` must be text, not {}", kind_name(pattern.kind)));
    return {};
  }
  const auto regex = read_regex(site, pattern.text, pattern.where);
  if (!regex) {
    return {};
  }
  return [regex = *regex, &pattern](const Value& instance, Visit& visit) {
    return !instance.is_text() || regex_holds(regex, instance.text, visit) ||
           visit.fail(fmt::format("must match the pattern {}, unlike {}", pattern.text, quoted(instance)));
  };
}

Rule compile_format(const Site& site) {
  const Value& name = site.keyword.value;
  if (!name.is_text()) {
    site.compiler.fault(name.where, fmt::format("`format` must be text, not {}", kind_name(name.kind)));
    return {};
  }
  const FormatCheck holds = find_format(name.text);
  if (!holds) {
    site.compiler.diagnostics().warning(
        "unchecked-format", name.where, fmt::format("`format: {}` is not checked: every text passes it", name.text),
        fmt::format("checked are {}; a `pattern` checks what it says", fmt::join(checked_formats(), ", ")));
    return {};
  }
  return [holds, &name](const Value& instance, Visit& visit) {
    return !instance.is_text() || holds(instance.text) ||
           visit.fail(fmt::format("must be in the format {}, unlike {}", name.text, quoted(instance)));
  };
}

constexpr auto no_schema = Keyword::Holds::no_schema;

constexpr std::array keywords{
    Keyword{"minLength", no_schema, compile_min_length},
    Keyword{"maxLength", no_schema, compile_max_length},
    Keyword{"pattern", no_schema, compile_pattern},
    Keyword{"format", no_schema, compile_format},
};

}  // namespace

std::span<const Keyword> text_keywords() {
  return keywords;
}

}  // namespace promptctl
