// `contains-json`: somewhere in the reply stands a JSON list or map that is what a JSON Schema asks for.

#include <fmt/format.h>

#include "document/json.hpp"
#include "score/finding.hpp"
#include "score/json_wish.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

using Outcome = AssertionResult::Outcome;

constexpr int most_pieces = 100;

Finding find_fitting(const JsonWish& wish, std::string_view reply) {
  Finding finding = failed(fmt::format("the reply holds no JSON list or map: {}", in_quotes(reply)));
  std::string_view rest = reply;
  for (int piece = 0; piece < most_pieces; ++piece) {
    std::size_t end = 0;
    const auto json = find_json(rest, &end);
    if (!json) {
      return finding;
    }
    const Finding next = judge_json(wish, *json);
    if (next.outcome == Outcome::passed) {
      return next;
    }
    finding = finding.outcome == Outcome::error ? finding : next;
    rest.remove_prefix(end);
  }
  return undecided(
      fmt::format("none of the first {} pieces of JSON fits, and the rest was not looked at", most_pieces));
}

Check make(FieldReader& settings, const Judges&) {
  const auto wish = read_json_wish(settings);
  if (!wish) {
    return {};
  }
  return at_once([wish = *wish](const Subject& subject) { return find_fitting(wish, subject.text); });
}

}  // namespace

const AssertionType contains_json_assertion{
    "contains-json", "the reply holds a JSON list or map, one that fits the JSON Schema `value` where there is one",
    make, Notation::schema};

}  // namespace promptctl
