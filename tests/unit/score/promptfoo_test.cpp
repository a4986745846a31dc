// 148 assertions whose results promptfoo 0.123.1 gave; those of types that exist here must come out the same.

#include <cmath>
#include <map>
#include <set>
#include <string>

#include "score/rubric.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/score/shared_data.hpp"

using namespace promptctl;

namespace {

const std::map<std::string, std::string> differences{
    {"refusal#328", "an empty reply is a refusal and scores as one: 1, not promptfoo's 0"},
    {"contains#155", "a list that names an empty text, which stands in every reply, is a fault"},
    {"refusal#329", "a blank reply is a refusal and scores as one: 1, not promptfoo's 0"},
};

std::string type_of(const Value& recorded) {
  const std::string& type = recorded.find("type")->text;
  return type.starts_with("not-") ? type.substr(4) : type;
}

Value assertion_of(const Value& recorded) {
  Value assertion = map_value().set("type", *recorded.find("type"));
  if (!recorded.find("value")->is_null()) {
    assertion.set("value", *recorded.find("value"));
  }
  if (const Value* threshold = recorded.find("threshold")) {
    assertion.set("threshold", *threshold);
  }
  return assertion;
}

Score score_of(const Value& recorded) {
  Diagnostics diagnostics;
  const auto rubric = Rubric::compile({assertion_of(recorded)}, diagnostics);
  Case golden;
  golden.vars = map_value();
  if (!rubric) {
    Score refused;
    refused.assertions.emplace_back().reason = diagnostics.all().front().message;
    return refused;
  }
  REQUIRE(rubric->check(golden, diagnostics));
  const Value& output = *recorded.find("output");
  const std::string text = output.is_text() ? output.text : compact_json(output);
  Subject subject{.text = text};
  if (const Value* latency = recorded.find("latencyMs")) {
    subject.latency = std::chrono::microseconds(std::llround(latency->number() * 1000));
  }
  if (const Value* cost = recorded.find("response_cost")) {
    subject.cost = Usd::parse(cost->text);
  }
  return rubric->score(golden, subject);
}

}  // namespace

TEST_CASE("assertions agree with promptfoo, but for the listed differences") {
  const auto text = shared_text("assertions.json");
  if (!text) {
    WARN("skipped: ../shared/data/assertions.json is absent");
    return;
  }
  const auto recordings = parse_json(*text);
  REQUIRE(recordings.has_value());
  std::set<std::string> seen;
  for (const Value& recorded : recordings->find("cases")->items) {
    if (find_assertion_type(type_of(recorded)) == nullptr) {
      continue;
    }
    const std::string& id = recorded.find("id")->text;
    const Value& wanted = *recorded.find("promptfoo_0_123_1");
    const Score score = score_of(recorded);
    const bool agrees = score.passed == wanted.find("pass")->is_true() &&
                        std::abs(score.value - wanted.find("score")->number()) <= 1e-6;
    INFO(id << ": " << score.value << " " << score.assertions[0].reason);
    CHECK(agrees != (differences.count(id) == 1));
    if (!agrees) {
      seen.insert(id);
    }
  }
  CHECK(seen.size() == differences.size());
}
