// `number-equals`: the last number of the reply is a given one.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "score/finding.hpp"
#include "score/settings.hpp"
#include "score/types.hpp"
#include "score/written_number.hpp"

namespace promptctl {
namespace {

struct Wanted {
  double value = 0;
  double tolerance = 0;
  std::optional<Regex> pattern;
};

// A tolerance is met when the difference is that much but for what binary fractions lose.
bool is_near(double number, const Wanted& wanted) {
  const double rounding = wanted.tolerance > 0 ? 1e-12 * std::max(std::abs(number), std::abs(wanted.value)) : 0;
  return std::abs(number - wanted.value) <= wanted.tolerance + rounding;
}

Finding judge_number(const Wanted& wanted, std::string_view text) {
  const auto number = last_number(text);
  if (!number) {
    return failed(fmt::format("expected {}, but there is no number in {}", number_text(wanted.value), quoted(text)));
  }
  const std::string tolerance =
      wanted.tolerance > 0 ? fmt::format(", give or take {}", number_text(wanted.tolerance)) : "";
  return is_near(*number, wanted)
             ? passed()
             : failed(fmt::format("expected {}{}, not {}", number_text(wanted.value), tolerance, number_text(*number)));
}

Finding judge_reply(const Wanted& wanted, std::string_view reply) {
  if (!wanted.pattern) {
    return judge_number(wanted, reply);
  }
  std::optional<std::string_view> last;
  const auto outcome = wanted.pattern->each_match(reply, [&last](const Match& match) {
    last = match.groups.size() > 1 ? match.groups[1].value_or("") : *match.groups[0];
  });
  if (outcome == Match::Outcome::limit) {
    return undecided(fmt::format("`pattern` takes too much work on this reply: {}", quoted(reply)));
  }
  return last ? judge_number(wanted, *last) : failed(fmt::format("`pattern` is not found in {}", quoted(reply)));
}

std::optional<double> read_value(FieldReader& settings) {
  const Value* value = settings.required_value("value");
  if (value == nullptr) {
    return std::nullopt;
  }
  const auto number = value->is_number() ? value->number()
                      : value->is_text() ? whole_number(value->text)
                                         : std::nullopt;
  if (!number || !std::isfinite(*number)) {
    settings.diagnostics().error("wrong-kind", value->where,
                                 fmt::format("`value` must be a number, not {}", quoted(display_text(*value))));
    return std::nullopt;
  }
  return number;
}

Check make(FieldReader& settings) {
  Wanted wanted;
  const auto value = read_value(settings);
  wanted.tolerance = read_size(settings, "tolerance").value_or(0);
  if (settings.optional_text("pattern")) {
    wanted.pattern = read_pattern(*settings.map().find("pattern"), settings.diagnostics());
  }
  if (!value) {
    return {};
  }
  wanted.value = *value;
  return [wanted](const Subject& subject) { return judge_reply(wanted, subject.text); };
}

}  // namespace

const AssertionType number_equals_assertion{
    "number-equals", "the last number of the reply, or of the last match of `pattern`, is `value`, within `tolerance`",
    make};

}  // namespace promptctl
