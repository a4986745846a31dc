#include "mock/mock_answers.hpp"

#include "mock/mock_script_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/faults.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

MockAnswers answers_of(const std::string& yaml) {
  Diagnostics diagnostics;
  auto script = read_mock_script(source_of(yaml, "mock.yaml"), diagnostics);
  INFO(described(diagnostics));
  REQUIRE(script);
  auto answers = MockAnswers::make(std::move(*script), diagnostics);
  INFO(described(diagnostics));
  REQUIRE(answers);
  return std::move(*answers);
}

std::string ask(MockAnswers& answers, const std::string& text, const std::string& model = "m") {
  return answers
      .answer("/v1/chat/completions",
              R"({"model":")" + model + R"(","messages":[{"role":"user","content":")" + text + R"("}]})")
      .pieces.front()
      .bytes;
}

std::string content(const std::string& body) {
  const std::size_t start = body.find("\"content\":\"") + 11;
  return body.substr(start, body.find('"', start) - start);
}

}  // namespace

TEST_CASE("the first rule that fits answers") {
  MockAnswers answers = answers_of(
      "rules:\n"
      "  - {when: {model: other}, reply: by model}\n"
      "  - {when: {text: hello}, reply: by text}\n"
      "  - {when: {regex: 'order (\\d+)'}, reply: 'order {{match.[1]}} of {{model}}'}\n"
      "  - {reply: 'last: {{last}}'}\n");
  CHECK(content(ask(answers, "x", "other")) == "by model");
  CHECK(content(ask(answers, "say hello")) == "by text");
  CHECK(content(ask(answers, "my order 42 is late")) == "order 42 of m");
  CHECK(content(ask(answers, "else {{model}}")) == "last: else {{model}}");
}

TEST_CASE("delays depend on what is asked and how often, not on what comes between") {
  const std::string script = "seed: 3\nlatency: {p50: 100ms, p95: 400ms}\nrules: [{reply: x}]\n";
  MockAnswers one = answers_of(script);
  MockAnswers other = answers_of(script);
  const auto delay = [](MockAnswers& answers, const std::string& text) {
    return answers
        .answer("/v1/chat/completions", R"({"model":"m","messages":[{"role":"user","content":")" + text + R"("}]})")
        .pieces.front()
        .delay.count();
  };
  const auto a1 = delay(one, "a");
  const auto a2 = delay(one, "a");
  CHECK(delay(other, "b") > 0);
  CHECK(delay(other, "a") == a1);
  CHECK(delay(other, "a") == a2);
  CHECK(a1 != a2);
}

TEST_CASE("a stream begins with the role, an empty one too, and its first text waits no longer for that") {
  MockAnswers answers = answers_of("rules: [{when: {text: no}, reply: ''}, {reply: a b}]\n");
  const std::string role = R"("delta":{"role":"assistant","content":""})";
  const auto pieces = [&answers](const std::string& text) {
    return answers
        .answer("/v1/chat/completions", R"({"model":"m","stream":true,"messages":[{"content":")" + text + R"("}]})")
        .pieces;
  };
  const auto words = pieces("go");
  REQUIRE(words.size() == 3);
  CHECK(words[0].bytes.find(role) < words[0].bytes.find(R"("delta":{"content":"a"})"));
  CHECK(words[1].bytes.find("role") == std::string::npos);
  const auto none = pieces("no");
  REQUIRE(none.size() == 1);
  CHECK(none[0].bytes.find(role) < none[0].bytes.find(R"("finish_reason":"stop")"));
}

TEST_CASE("faults strike every Nth request, and only the first so many") {
  MockAnswers answers = answers_of(
      "faults: [{kind: status, status: 429, retry_after: 1500ms, every: 2, first: 4}]\nrules: [{reply: x}]\n");
  std::string statuses;
  for (int request = 0; request < 7; ++request) {
    const MockAnswer answer = answers.answer("/v1/chat/completions", R"({"model":"m","messages":[]})");
    statuses += std::to_string(answer.status) + " ";
    if (answer.status == 429) {
      CHECK(answer.headers == std::vector<std::pair<std::string, std::string>>{{"Retry-After", "1.5"}});
    }
  }
  CHECK(statuses == "200 429 200 429 200 200 200 ");
}

TEST_CASE("a body that asks nothing, and a request that no rule fits, are errors") {
  MockAnswers answers = answers_of("rules: [{when: {text: hello}, reply: x}]\n");
  CHECK(answers.answer("/v1/chat/completions", "{").status == 400);
  CHECK(answers.answer("/v1/chat/completions", R"({"model":"m","messages":[]})").status == 404);
}

TEST_CASE("a script's faults are reported at their places") {
  Diagnostics diagnostics;
  read_mock_script(source_of("latency: fast\nrules:\n  - {when: {txt: a}, reply: x, latency: 5ms..1ms}\n"
                             "  - {reply: y, faults: [{kind: stal}]}\n",
                             "mock.yaml"),
                   diagnostics);
  CHECK(described(diagnostics) ==
        "mock.yaml:1:10: error[bad-duration]: not a time or a distribution of times\n"
        "    latency: fast\n"
        "             ^\n"
        "  hint: write 300ms, 200ms..900ms, or {p50: 300ms, p95: 900ms}\n"
        "mock.yaml:3:13: error[unknown-key]: unknown key `txt`\n"
        "      - {when: {txt: a}, reply: x, latency: 5ms..1ms}\n"
        "                ^\n"
        "  hint: did you mean `text`?\n"
        "mock.yaml:3:41: error[bad-duration]: not a time or a distribution of times\n"
        "      - {when: {txt: a}, reply: x, latency: 5ms..1ms}\n"
        "                                            ^\n"
        "  hint: write 300ms, 200ms..900ms, or {p50: 300ms, p95: 900ms}\n"
        "mock.yaml:4:32: error[unknown-choice]: `kind` can't be `stal`\n"
        "      - {reply: y, faults: [{kind: stal}]}\n"
        "                                   ^\n"
        "  hint: did you mean `stall`?\n");
}
