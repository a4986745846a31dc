// Evidence in the ledger: what is taken, and what is found of it that is forged.

#include "ledger/ledger_evidence.hpp"

#include <stdexcept>

#include "base/digest.hpp"
#include "tests/support/fixed_clock.hpp"
#include "tests/support/sample_run.hpp"
#include "tests/unit/ledger/attacked_ledger.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

LedgerFile statement_file(const std::string& text) {
  return {evidence_path(sha256(text)), text};
}

// Evidence of p@1's content.
std::string statement_of(const Scene& scene) {
  return statement_text(scene.digest({"p", 1}));
}

LedgerEvent attestation(const std::vector<EvidenceLink>& links) {
  LedgerEvent event;
  event.type = EventType::attestation;
  event.evidence = links;
  return event;
}

// Event 9, which says that `text` is evidence of a version, with these files.
std::string attest(const Scene& scene, const VersionName& name, const std::string& text,
                   const std::vector<LedgerFile>& files) {
  return scene.append(attestation({{name, sha256(text)}}), files);
}

std::string attest_as_it_should_be(const Scene& scene) {
  const std::string text = statement_of(scene);
  return attest(scene, {"p", 1}, text, {statement_file(text)});
}

// Names of statements are digests of content that the table can't know.
std::string without_digests(const std::string& text) {
  std::string plain;
  for (const std::string_view word : split(text, ' ')) {
    const bool is_path = word.starts_with("evidence/");
    plain.append(plain.empty() ? "" : " ").append(is_path ? (word.ends_with(",") ? "STATEMENT," : "STATEMENT") : word);
  }
  return plain;
}

void check(const Scene& scene, const std::vector<Attack>& attacks) {
  for (const Attack& attack : attacks) {
    INFO(attack.name);
    const std::string forged = attack.forge(scene);
    CHECK(without_digests(faults_text(verify_ledger(scene.ledger(), {forged, "", reading_time}))) == attack.faults);
    CHECK(refresh_text(scene, forged).starts_with("error[ledger-replaced]: the ledger on "));
    REQUIRE(scene.ledger().tip() == scene.tip);
  }
}

std::vector<Attack> forgeries() {
  return {
      {"evidence is of a version that is not there",
       [](const Scene& scene) {
         const std::string text = statement_of(scene);
         return attest(scene, {"p", 9}, text, {statement_file(text)});
       },
       "9 rule: p@9 is not registered, and can't have evidence\n"},
      {"evidence has no digest for a name",
       [](const Scene& scene) { return scene.append(attestation({{{"p", 1}, "../../etc"}})); },
       "9 rule: `../../etc` is no digest of a statement\n"},
      {"evidence is linked twice",
       [](const Scene& scene) {
         const std::string text = statement_of(scene);
         const EvidenceLink link{{"p", 1}, sha256(text)};
         return scene.append(attestation({link, link}), {statement_file(text)});
       },
       "9 rule: a statement is recorded twice for p@1 in one event\n"},
      {"an attestation has none", [](const Scene& scene) { return scene.append(attestation({})); },
       "9 rule: an event `attest` can't have these parts\n"},
      {"a yank rests on evidence",
       [](const Scene& scene) {
         const std::string text = statement_of(scene);
         LedgerEvent event = attestation({{{"p", 1}, sha256(text)}});
         event.type = EventType::yank;
         event.reason = "because";
         event.yanked.push_back({"p", 1});
         return scene.append(event, {statement_file(text)});
       },
       "9 rule: an event `yank` can't have these parts\n"},
      {"an attestation moves an environment",
       [](const Scene& scene) {
         const std::string text = statement_of(scene);
         LedgerEvent event = attestation({{{"p", 1}, sha256(text)}});
         event.environment = "staging";
         event.moves.push_back({{"p", 1}, scene.digest({"p", 1}), 2});
         return scene.append(event, {statement_file(text)});
       },
       "9 rule: an event `attest` can't have these parts\n"
       "9 rule: `staging` is no name of an environment\n"},
      {"the statement is not there",
       [](const Scene& scene) { return attest(scene, {"p", 1}, statement_of(scene), {}); },
       "9 evidence: STATEMENT, recorded for p@1, is missing\n"},
      {"the statement's bytes are swapped",
       [](const Scene& scene) {
         const std::string text = statement_of(scene);
         const std::string better = replace_all(text, "0.3333333333333333", "1");
         return attest(scene, {"p", 1}, text, {{evidence_path(sha256(text)), better}});
       },
       "9 evidence: STATEMENT, recorded for p@1, is not what was recorded\n"},
      {"the statement is of other content",
       [](const Scene& scene) {
         const std::string text = statement_of(scene);
         return attest(scene, {"p", 2}, text, {statement_file(text)});
       },
       "9 evidence: STATEMENT, recorded for p@2, is of other content\n"},
      {"the statement contradicts itself",
       [](const Scene& scene) {
         const std::string text = replace_all(statement_of(scene), "\"FAILED\"", "\"PASSED\"");
         return attest(scene, {"p", 1}, text, {statement_file(text)});
       },
       "9 evidence: STATEMENT, recorded for p@1, is no statement: the result is PASSED, and the rows say: 1 passed, 1 "
       "failed, 1 without a verdict, 0 missing\n"},
      {"the statement is none",
       [](const Scene& scene) { return attest(scene, {"p", 1}, "null", {statement_file("null")}); },
       "9 evidence: STATEMENT, recorded for p@1, is no statement: expected a map, not null\n"},
      {"another statement comes along",
       [](const Scene& scene) {
         const std::string text = statement_of(scene);
         const std::string other = statement_text(std::string(64, 'f'));
         return attest(scene, {"p", 1}, text, {statement_file(text), statement_file(other)});
       },
       "9 stray: STATEMENT was changed, and the event says nothing of it\n"},
      {"a version's list of evidence is cut",
       [](const Scene& scene) {
         ForgedHistory history(scene.ledger(), scene.git, attest_as_it_should_be(scene));
         history.files(9)["prompts/1/4/p/versions/0/0/1/version.json"] =
             history.files(8)["prompts/1/4/p/versions/0/0/1/version.json"];
         return history.write();
       },
       "9 view: prompts/1/4/p/versions/0/0/1/version.json is not what the event makes of it\n"},
  };
}

// Event 10, on top of evidence that was recorded.
std::vector<Attack> later_forgeries() {
  const auto yank_with = [](const Scene& scene, const std::function<void(ForgedHistory&, const std::string&)>& edit) {
    LedgerEvent event;
    event.type = EventType::yank;
    event.seq = 10;
    event.reason = "because";
    event.yanked.push_back({"q", 1});
    ForgedHistory history(scene.ledger(), scene.git, scene.append(event));
    edit(history, evidence_path(sha256(statement_of(scene))));
    return history.write();
  };
  return {
      {"a statement is removed later",
       [yank_with](const Scene& scene) {
         return yank_with(scene, [](ForgedHistory& history, const std::string& path) { history.remove(10, path); });
       },
       "10 stray: STATEMENT was changed, and the event says nothing of it\n"},
      {"a statement is changed later",
       [yank_with](const Scene& scene) {
         return yank_with(scene,
                          [](ForgedHistory& history, const std::string& path) { history.put(10, path, {"{}\n"}); });
       },
       "10 stray: STATEMENT was changed, and the event says nothing of it\n"},
      {"what was recorded is recorded again",
       [](const Scene& scene) {
         LedgerEvent event = attestation({{{"p", 1}, sha256(statement_of(scene))}});
         event.seq = 10;
         return scene.append(event);
       },
       "10 rule: every statement of it was recorded before\n"},
  };
}

void take(Scene& scene, const std::string& commit) {
  REQUIRE(faults_text(verify_ledger(scene.ledger(), {commit, "", reading_time})).empty());
  REQUIRE(scene.ledger().publish(commit, 1).accepted);
  scene.tip = commit;
}

}  // namespace

TEST_CASE("no evidence is taken that is not what its event says", "[ledger]") {
  Scene scene;
  check(scene, forgeries());
  take(scene, attest_as_it_should_be(scene));
  check(scene, later_forgeries());
}

TEST_CASE("a version has all that was said of it, once, and a history says when", "[ledger]") {
  Scene scene;
  const std::string text = statement_of(scene);
  const std::string digest = sha256(text);
  take(scene, attest_as_it_should_be(scene));
  LedgerEvent promotion;
  promotion.type = EventType::promotion;
  promotion.seq = 10;
  promotion.environment = "staging";
  promotion.moves.push_back({{"p", 1}, scene.digest({"p", 1}), 2});
  promotion.evidence.push_back({{"p", 1}, digest});
  take(scene, scene.append(promotion));
  const LedgerState state = state_at(scene.ledger(), scene.ledger().tip());
  CHECK(state.version({"p", 1})->evidence == std::vector{digest});
  CHECK(state.deployment("staging", "p")->evidence == std::vector{digest});
  CHECK(state.statement(digest)->text == text);
  CHECK_FALSE(state.statement(std::string(64, '0')));
  const auto history = state.history("p");
  CHECK(history.at(history.size() - 2).effect == HistoryEntry::Effect::attested);
  CHECK(history.back().effect == HistoryEntry::Effect::moved);
}

TEST_CASE("the writer records no evidence that others would refuse", "[ledger]") {
  Scene scene;
  const FixedClock clock;
  const std::string text = statement_of(scene);
  const std::string other = statement_text(std::string(64, 'f'));
  const auto write = [&](const VersionName& name, const std::vector<LedgerFile>& files) {
    const auto intent = [&](const LedgerState&, const LedgerState&) {
      return std::optional(Transaction{attestation({{name, sha256(text)}}), files});
    };
    record({scene.ledger(), clock, "Mia Kern <mia@larchpine.example>", {}}, intent);
  };
  CHECK_THROWS_AS(write({"p", 1}, {}), std::logic_error);
  CHECK_THROWS_AS(write({"p", 2}, {statement_file(text)}), std::logic_error);
  CHECK_THROWS_AS(write({"p", 9}, {statement_file(text)}), std::logic_error);
  CHECK_THROWS_AS(write({"p", 1}, {statement_file(text), statement_file(other)}), std::logic_error);
  CHECK(scene.ledger().tip() == scene.tip);
  write({"p", 1}, {statement_file(text)});
  const auto tip = scene.ledger().tip().value();
  CHECK(faults_text(verify_ledger(scene.ledger(), {tip, "", reading_time})).empty());
  CHECK(scene.ledger().commit(tip).subject == "attest p@1");
}
