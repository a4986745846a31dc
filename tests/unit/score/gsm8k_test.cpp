// 2,638 recorded replies of two models to the grade-school problems of GSM8K, with the published verdict on each.

#include <map>
#include <string>

#include "score/rubric.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/score/shared_data.hpp"

using namespace promptctl;

namespace {

Rubric number_rubric() {
  Diagnostics diagnostics;
  const auto rubric = Rubric::compile(
      {map_value().set("type", text_value("number-equals")).set("value", text_value("{{expected}}"))}, diagnostics);
  REQUIRE(rubric.has_value());
  return *rubric;
}

std::map<std::string, Case> cases_of(const std::string& text) {
  std::map<std::string, Case> cases;
  for (const Value& record : records_of(text)) {
    Case golden;
    golden.id = record.find("id")->text;
    golden.vars = *record.find("vars");
    golden.expected = *record.find("expected");
    cases.emplace(golden.id, golden);
  }
  return cases;
}

}  // namespace

TEST_CASE("number-equals gives the published verdict on every recorded reply of GSM8K") {
  const auto dataset = shared_text("gsm8k/cases.jsonl");
  if (!dataset) {
    WARN("skipped: ../shared/data/gsm8k is absent");
    return;
  }
  const Rubric rubric = number_rubric();
  const auto cases = cases_of(*dataset);
  int ran = 0;
  for (const char* file : {"gsm8k/replies-175b_finetuning.jsonl", "gsm8k/replies-175b_verification.jsonl"}) {
    for (const Value& reply : records_of(shared_text(file).value_or(""))) {
      const Case& golden = cases.at(reply.find("id")->text);
      Diagnostics diagnostics;
      REQUIRE(rubric.check(golden, diagnostics));
      const Score score = rubric.score(golden, {.text = reply.find("output")->text});
      INFO(golden.id << ": " << score.assertions[0].reason);
      CHECK(score.passed == reply.find("is_correct")->is_true());
      ++ran;
    }
  }
  CHECK(ran == 2638);
}
