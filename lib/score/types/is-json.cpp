// `is-json`: the reply is JSON, and what a JSON Schema asks for.

#include <fmt/format.h>

#include "document/json.hpp"
#include "score/finding.hpp"
#include "score/json_wish.hpp"
#include "score/types.hpp"

namespace promptctl {
namespace {

Check make(FieldReader& settings, const Judges&) {
  const auto wish = read_json_wish(settings);
  if (!wish) {
    return {};
  }
  return at_once([wish = *wish](const Subject& subject) {
    const auto json = parse_json(subject.text);
    return json ? judge_json(wish, *json) : failed(fmt::format("the reply is no JSON: {}", in_quotes(subject.text)));
  });
}

}  // namespace

const AssertionType is_json_assertion{
    "is-json", "the reply is JSON, and fits the JSON Schema `value` where there is one", make, Notation::schema};

}  // namespace promptctl
