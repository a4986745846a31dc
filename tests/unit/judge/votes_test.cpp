// Votes, repairs and doubts: what becomes of the answers of a judge.

#include "tests/unit/judge/judges_of_tests.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

const JudgedTexts texts{{"reply", "It will come."}, {"criterion", "Names a day."}};

// Answers each need with the next of some texts, "!" standing for a provider's error; the ruling in a line.
std::string ruled(const PromptJudge& judge, std::vector<std::string> queue, std::size_t* calls = nullptr) {
  Answers answers;
  std::size_t asked = 0;
  for (auto ruling = judge.rule(texts, answers);; ruling = judge.rule(texts, answers)) {
    if (const auto* end = std::get_if<Ruling>(&ruling)) {
      if (calls != nullptr) {
        *calls = asked;
      }
      return end->doubt ? "(" + std::string(doubt_name(*end->doubt)) + ") " + end->reason : end->word;
    }
    for (const Need& need : std::get<std::vector<Need>>(ruling)) {
      REQUIRE(asked < queue.size());
      const std::string& text = queue[asked++];
      answers[need.digest] =
          text == "!" ? CallOutcome(not_asked(ProviderError::Kind::server, "down")) : CallOutcome(said(text));
    }
  }
}

const std::string yes = verdict("yes");
const std::string no = verdict("no");
const std::string unclear = verdict("unclear");

}  // namespace

TEST_CASE("one vote is the verdict") {
  const PromptJudge judge = built_in_panel("rubric");
  std::size_t calls = 0;
  CHECK(ruled(judge, {yes}, &calls) == "yes");
  CHECK(calls == 1);
  CHECK(ruled(judge, {no}) == "no");
  CHECK(ruled(judge, {unclear}) == "(unclear) the judge `rubric` can't tell: because");
  CHECK(ruled(judge, {"!"}) == "(provider) the judge `rubric` gave no answer (server): down");
}

TEST_CASE("an answer that can't be read is asked for once more") {
  const PromptJudge judge = built_in_panel("rubric");
  std::size_t calls = 0;
  CHECK(ruled(judge, {"Yes!", no}, &calls) == "no");
  CHECK(calls == 2);
  CHECK(ruled(judge, {"Yes!", "Yes!!"}, &calls) ==
        "(malformed) the judge `rubric` can't be read: its answer is not one JSON object: \"Yes!!\"");
  CHECK(calls == 2);
  CHECK(ruled(judge, {"", yes}, &calls) == "(malformed) the judge `rubric` can't be read: its answer is empty");
  CHECK(calls == 1);
  CHECK(ruled(judge, {"Yes!", "!"}).starts_with("(provider)"));
}

TEST_CASE("a majority is more than half of all votes, and a vote in doubt is for nobody") {
  const PromptJudge three = built_in_panel("rubric", {{"p", "wise"}}, 3);
  CHECK(ruled(three, {yes, no, yes}) == "yes");
  CHECK(ruled(three, {no, unclear, no}) == "no");
  CHECK(ruled(three, {yes, "!", yes}) == "yes");
  CHECK(ruled(three, {yes, no, unclear}) == "(unclear) the votes of the judge `rubric` differ: yes, no, unclear");
  CHECK(ruled(three, {yes, no, "!"}).starts_with("(provider)"));
  const PromptJudge two = built_in_panel("rubric", {{"p", "wise"}, {"q", "other"}});
  CHECK(ruled(two, {yes, no}).starts_with("(unclear)"));
  CHECK(ruled(two, {yes, yes}) == "yes");
}

TEST_CASE("unanimous is every vote") {
  const PromptJudge three = built_in_panel("rubric", {{"p", "wise"}}, 3, VoteReducer::unanimous);
  CHECK(ruled(three, {yes, yes, yes}) == "yes");
  CHECK(ruled(three, {yes, yes, no}).starts_with("(unclear)"));
  CHECK(ruled(three, {yes, yes, unclear}).starts_with("(unclear)"));
}

TEST_CASE("a scale may be reduced to the mean of its votes") {
  const PromptJudge judge = built_in_panel("g-eval", {{"p", "wise"}}, 2, VoteReducer::mean);
  CHECK(ruled(judge, {verdict("4"), verdict("5")}) == "4.5");
  CHECK(ruled(judge, {verdict("4"), unclear}).starts_with("(unclear)"));
}

TEST_CASE("each vote is a request of its own, and the same every time") {
  const PromptJudge judge = built_in_panel("rubric", {{"p", "wise"}, {"q", "other"}}, 2);
  const auto first = std::get<std::vector<Need>>(judge.rule(texts, {}));
  const auto second = std::get<std::vector<Need>>(judge.rule(texts, {}));
  REQUIRE(first.size() == 4);
  std::set<std::string> digests;
  for (std::size_t at = 0; at < first.size(); ++at) {
    digests.insert(first[at].digest);
    CHECK(first[at].digest == second[at].digest);
  }
  CHECK(digests.size() == 4);
}

TEST_CASE("an answer that was cut off, or a refusal, is no verdict") {
  const PromptJudge judge = built_in_panel("rubric");
  const auto needs = std::get<std::vector<Need>>(judge.rule(texts, {}));
  Response cut = said(yes);
  cut.finish_reason = "length";
  Response refusal = said("");
  refusal.refusal = "I can't judge this.";
  for (const Response& answer : {cut, refusal}) {
    Answers answers{{needs.front().digest, answer}};
    const auto ruling = judge.rule(texts, answers);
    const auto* end = std::get_if<Ruling>(&ruling);
    CHECK((end == nullptr || end->doubt == Doubt::malformed));
  }
}
