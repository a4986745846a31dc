// What counts as the answer of a judge: one JSON object of its schema, and nothing else.

#include "tests/unit/judge/judges_of_tests.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

// The verdict, or "(why there is none)".
std::string read(const std::string& judge, const std::string& text) {
  const auto answer = read_judge_answer(built_in_panel(judge).panel().shape, text);
  const auto* said = std::get_if<JudgeAnswer>(&answer);
  return said != nullptr ? said->word : "(" + std::get<std::string>(answer) + ")";
}

}  // namespace

TEST_CASE("a judge's whole answer is its verdict, alone or in one code fence") {
  CHECK(read("rubric", R"({"reason": "r", "verdict": "yes"})") == "yes");
  CHECK(read("rubric", "\n  {\"verdict\": \"no\", \"reason\": \"r\"} \n") == "no");
  CHECK(read("rubric", "```json\n{\"reason\": \"r\", \"verdict\": \"unclear\"}\n```") == "unclear");
  CHECK(read("rubric", "```\n{\"reason\": \"r\", \"verdict\": \"yes\"}\n```\n") == "yes");
  CHECK(read("g-eval", R"({"reason": "r", "verdict": "4"})") == "4");
  CHECK(read("factuality", R"({"reason": "r", "verdict": "superset"})") == "superset");
  CHECK(read("better", R"({"reason": "r", "verdict": "tie"})") == "tie");
}

TEST_CASE("no verdict is taken from anything else") {
  const std::vector<std::string> texts{
      "",
      "yes",
      "Yes.",
      "null",
      "true",
      "4",
      "[]",
      "{}",
      R"({"verdict": "yes"})",
      R"({"reason": "r"})",
      R"({"reason": "r", "verdict": ""})",
      R"({"reason": "r", "verdict": null})",
      R"({"reason": "r", "verdict": true})",
      R"({"reason": "r", "verdict": "Yes"})",
      R"({"reason": "r", "verdict": "yes "})",
      R"({"reason": "r", "verdict": "maybe"})",
      R"({"reason": "r", "verdict": ["yes"]})",
      R"({"reason": 1, "verdict": "yes"})",
      R"({"reason": "r", "verdict": "yes", "pass": true})",
      R"({"reason": "r", "pass": true})",
      R"({"reason": "r", "verdict": "no", "verdict": "yes"})",
      R"({"reason": "r", "verdict": "yes"} {"reason": "r", "verdict": "no"})",
      R"([{"reason": "r", "verdict": "yes"}])",
      R"("{\"reason\": \"r\", \"verdict\": \"yes\"}")",
      R"(The reply says {"reason": "r", "verdict": "yes"}.)",
      R"({"reason": "r", "verdict": "yes"} is what it wants)",
      R"({"answer": {"reason": "r", "verdict": "yes"}})",
      R"({'reason': 'r', 'verdict': 'yes'})",
      R"({"reason": "r", "verdict": "yes")",
      R"({"reason": "r", "verdict": "ye)",
      "```json\n{\"reason\": \"r\", \"verdict\": \"yes\"}\n```\nSo yes.",
      "So:\n```json\n{\"reason\": \"r\", \"verdict\": \"yes\"}\n```",
      "```json\n{\"reason\": \"r\", \"verdict\": \"no\"}\n```\n```json\n{\"reason\": \"r\", \"verdict\": \"yes\"}\n```",
      "```yaml\nreason: r\nverdict: yes\n```",
      "reason: r\nverdict: yes",
      "GRADE: C",
      "[[A]]",
      "Of the 2 texts, 1 is better."};
  for (const std::string& text : texts) {
    INFO(text);
    CHECK(read("rubric", text).starts_with("("));
  }
}

TEST_CASE("what is wrong with a judge's answer is said") {
  CHECK(read("rubric", " ") == "(its answer is empty)");
  CHECK(read("rubric", "yes") == "(its answer is not one JSON object)");
  CHECK(read("rubric", R"({"verdict": "yes"})") == "(its answer: the property `reason` is missing)");
}

TEST_CASE("every built-in judge keeps the rules of a judge") {
  for (const std::string& name : built_in_judge_names()) {
    INFO(name);
    const PromptJudge judge = built_in_panel(name);
    CHECK(judge.words().size() > 1);
    CHECK(judge.takes("fence"));
    CHECK(built_in_judge_text(name).find("name: " + name + "\n") != std::string_view::npos);
  }
  CHECK(built_in_judge_names() ==
        std::vector<std::string>{"answer-relevance", "better", "closedqa", "factuality", "g-eval", "rubric"});
}
