// `number-equals`: the last number of the reply is a given one.

#include <fmt/format.h>

#include "score/finding.hpp"
#include "score/settings.hpp"
#include "score/types.hpp"
#include "score/written_number.hpp"

namespace promptctl {
namespace {

struct Wanted {
  ExactNumber value;
  ExactNumber tolerance;
  DecimalMark mark = DecimalMark::point;
  std::optional<Regex> pattern;
};

Finding judge_number(const Wanted& wanted, std::string_view text) {
  const WrittenNumber number = last_number(text, wanted.mark);
  const std::string value = wanted.value.text();
  if (number.written.empty()) {
    return failed(fmt::format("expected {}, but there is no number in {}", value, in_quotes(text)));
  }
  if (!number.value) {
    return undecided(
        fmt::format("{} can be read as more than one number: say `decimal: comma`, or which part counts "
                    "by a `pattern`",
                    in_quotes(number.written)));
  }
  const bool exact = wanted.tolerance.text() == "0";
  const std::string tolerance = exact ? "" : fmt::format(", give or take {}", wanted.tolerance.text());
  return number.value->is_within(wanted.tolerance, wanted.value)
             ? passed()
             : failed(fmt::format("expected {}{}, not {}", value, tolerance, number.value->text()));
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
    return undecided(fmt::format("`pattern` takes too much work on this reply: {}", in_quotes(reply)));
  }
  return last ? judge_number(wanted, *last) : failed(fmt::format("`pattern` is not found in {}", in_quotes(reply)));
}

std::optional<ExactNumber> read_value(FieldReader& settings, DecimalMark mark) {
  const Value* value = settings.required_value("value");
  if (value == nullptr) {
    return std::nullopt;
  }
  const auto number = value->is_number() ? ExactNumber::parse(value->text)
                      : value->is_text() ? whole_number(value->text, mark)
                                         : std::nullopt;
  if (!number) {
    settings.diagnostics().error(
        "wrong-kind", value->where,
        fmt::format("`value` must be a number, read in one way, not {}", in_quotes(written_text(*value))));
  }
  return number;
}

std::optional<ExactNumber> read_tolerance(FieldReader& settings) {
  const bool given = read_size(settings, "tolerance").has_value();
  return ExactNumber::parse(given ? settings.map().find("tolerance")->text : "0");
}

Check make(FieldReader& settings) {
  const bool comma = settings.optional_choice("decimal", {"point", "comma"}) == "comma";
  const DecimalMark mark = comma ? DecimalMark::comma : DecimalMark::point;
  const auto value = read_value(settings, mark);
  const auto tolerance = read_tolerance(settings);
  std::optional<Regex> pattern;
  if (settings.optional_text("pattern")) {
    pattern = read_pattern(*settings.map().find("pattern"), settings.diagnostics());
  }
  if (!value || !tolerance) {
    return {};
  }
  return [wanted = Wanted{*value, *tolerance, mark, pattern}](const Subject& subject) {
    return judge_reply(wanted, subject.text);
  };
}

}  // namespace

const AssertionType number_equals_assertion{
    "number-equals", "the last number of the reply, or of the last match of `pattern`, is `value`, within `tolerance`",
    make};

}  // namespace promptctl
