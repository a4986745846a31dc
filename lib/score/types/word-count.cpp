// `word-count`: the reply has a given number of words.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "score/finding.hpp"
#include "score/settings.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

struct Range {
  double least = 0;
  double most = std::numeric_limits<double>::infinity();
};

bool is_space(char32_t point) {
  constexpr std::u32string_view spaces = U" \t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff";
  return spaces.find(point) != std::u32string_view::npos || (point >= U'\u2000' && point <= U'\u200a');
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char32_t point : code_points(text)) {
    const bool space = is_space(point);
    words += !space && !inside ? 1U : 0U;
    inside = !space;
  }
  return words;
}

Range read_range(const Value& value, Diagnostics& diagnostics) {
  FieldReader bounds(value, diagnostics);
  Range range;
  range.least = read_size(bounds, "min").value_or(range.least);
  range.most = read_size(bounds, "max").value_or(range.most);
  bounds.finish();
  if (range.least > range.most) {
    diagnostics.error("out-of-range", value.where, "`min` is more than `max`");
  }
  if (range.least == 0 && value.find("min") != nullptr && value.find("max") == nullptr) {
    diagnostics.warning("says-nothing", value.where, "every reply has 0 words or more",
                        "write a higher `min`, or a `max`");
  }
  if (value.fields.empty()) {
    diagnostics.error("empty-value", value.where, "`value` needs `min`, `max` or both");
  }
  return range;
}

std::optional<double> exact_count(const Value& value) {
  return value.is_number() ? value.number() : value.is_text() ? parse_number(value.text) : std::nullopt;
}

std::string wanted_text(const Range& range) {
  if (range.least == range.most) {
    return number_text(range.least);
  }
  if (range.most == std::numeric_limits<double>::infinity()) {
    return fmt::format("at least {}", number_text(range.least));
  }
  return range.least == 0 ? fmt::format("at most {}", number_text(range.most))
                          : fmt::format("{} to {}", number_text(range.least), number_text(range.most));
}

Check make(FieldReader& settings, const Judges&) {
  const Value* value = settings.required_value("value");
  if (value == nullptr) {
    return {};
  }
  const auto exact = exact_count(*value);
  if (!exact && !value->is_map()) {
    settings.diagnostics().error("wrong-kind", value->where, "`value` must be a number or a map of `min` and `max`");
    return {};
  }
  if (exact && (*exact < 0 || !std::isfinite(*exact) || *exact != std::floor(*exact))) {
    settings.diagnostics().error("out-of-range", value->where, "`value` must be a whole number of 0 or more");
    return {};
  }
  const Range range = exact ? Range{*exact, *exact} : read_range(*value, settings.diagnostics());
  return at_once([range](const Subject& subject) {
    const auto words = static_cast<double>(count_words(subject.text));
    return words >= range.least && words <= range.most
               ? passed_also_blank(range.most == 0)
               : failed(fmt::format("the reply has {}, not {}: {}", counted(static_cast<std::size_t>(words), "word"),
                                    wanted_text(range), in_quotes(subject.text)));
  });
}

}  // namespace

const AssertionType word_count_assertion{"word-count", "the reply has `value` words: a number, or `min` and `max`",
                                         make};

}  // namespace promptctl
