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

Finding judge_number(const Wanted& wanted, const WrittenNumber& number, std::string_view text) {
  const std::string value = wanted.value.text();
  if (number.written.empty()) {
    return nothing_to_compare(fmt::format("there is no number to compare with {} in {}", value, in_quotes(text)));
  }
  if (number.is_cut) {
    return undecided(fmt::format("`pattern` takes only a part of {}", in_quotes(number.written)));
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

Excerpt excerpt_of(const Match& match) {
  const Passage whole{match.begin, match.end};
  if (match.groups.size() == 1) {
    return {whole, whole};
  }
  if (!match.groups[1]) {
    return {{match.begin, match.begin}, whole};
  }
  const std::size_t begin = match.begin + static_cast<std::size_t>(match.groups[1]->data() - match.groups[0]->data());
  return {{begin, begin + match.groups[1]->size()}, whole};
}

Finding judge_reply(const Wanted& wanted, std::string_view reply) {
  if (!wanted.pattern) {
    return judge_number(wanted, last_number(reply, wanted.mark), reply);
  }
  std::optional<Excerpt> last;
  const auto outcome = wanted.pattern->each_match(reply, [&](const Match& match) { last = excerpt_of(match); });
  if (outcome == Match::Outcome::limit) {
    return undecided(fmt::format("`pattern` takes too much work on this reply: {}", in_quotes(reply)));
  }
  if (!last) {
    return nothing_to_compare(fmt::format("`pattern` is not found in {}", in_quotes(reply)));
  }
  const auto [begin, end] = last->taken;
  return judge_number(wanted, last_number(reply, *last, wanted.mark), reply.substr(begin, end - begin));
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

Check make(FieldReader& settings, const Judges&) {
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
  return at_once([wanted = Wanted{*value, *tolerance, mark, pattern}](const Subject& subject) {
    return judge_reply(wanted, subject.text);
  });
}

}  // namespace

const AssertionType number_equals_assertion{
    "number-equals", "the last number of the reply, or of the last match of `pattern`, is `value`, within `tolerance`",
    make};

}  // namespace promptctl
