#include "release/decision.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

using std::chrono::hours;

PromotionFacts facts_for(const Environment& environment, const Candidate& candidate) {
  return {environment, "policy", {candidate}};
}

const Move to_four{{"support/triage", 4}, "digest", 3};
const Environment production{"production", {}, "staging", hours(24), {}, {}, {}, {}};

std::vector<std::string> conditions(const Decision& decision) {
  std::vector<std::string> names;
  for (const Objection& objection : decision.objections()) {
    names.emplace_back(objection.condition);
  }
  return names;
}

}  // namespace

TEST_CASE("an acceptance allows the moves that were decided on, and no others") {
  const auto acceptance = decide(facts_for(production, {to_four, {}, hours(24)})).acceptance();
  REQUIRE(acceptance);
  CHECK(acceptance->environment() == "production");
  CHECK(acceptance->policy() == "policy");
  REQUIRE(acceptance->moves().size() == 1);
  CHECK(version_text(acceptance->moves().front().to) == "support/triage@4");
  CHECK(acceptance->overridden().empty());
}

TEST_CASE("order and soak are conditions of an environment") {
  const auto [stay, expected] = GENERATE(table<std::optional<std::chrono::seconds>, std::vector<std::string>>({
      {std::nullopt, {"after"}},
      {hours(0), {"soak"}},
      {hours(24) - std::chrono::seconds(1), {"soak"}},
      {hours(24), {}},
  }));
  const Decision decision = decide(facts_for(production, {to_four, {}, stay}));
  CHECK(conditions(decision) == expected);
  CHECK(decision.acceptance().has_value() == expected.empty());
  CHECK(decision.overriding().has_value() != expected.empty());
}

TEST_CASE("an override says what it went past, and a yank can't be overridden") {
  const auto past = decide(facts_for(production, {to_four, {}, {}})).overriding();
  REQUIRE(past);
  CHECK(past->overridden() == std::vector<std::string>{"after: support/triage@4 was never live in staging"});
  const EventStamp yank{7, EventType::yank, "Mia <mia@x.example>", {}, "leaks"};
  const Decision yanked = decide(facts_for(production, {to_four, yank, {}}));
  CHECK(conditions(yanked) == std::vector<std::string>{"yanked", "after"});
  CHECK_FALSE(yanked.acceptance());
  CHECK_FALSE(yanked.overriding());
}

TEST_CASE("nothing to move is nothing accepted") {
  const Decision decision = decide({production, "", {}});
  CHECK_FALSE(decision.acceptance());
  CHECK_FALSE(decision.overriding());
}

TEST_CASE("of the order it is enough to name condition and version, and what the gate said is named word for word") {
  const std::vector<std::string> named{"soak: p@1 was live in staging for 2h of 24h", "gate: p@1 on s: 3 of 4"};
  CHECK(is_named("soak: p@1 was live in staging for 5h of 24h", named));
  CHECK_FALSE(is_named("soak: p@12 was live in staging for 2h of 24h", named));
  CHECK_FALSE(is_named("after: p@1 was never live in staging", named));
  CHECK(is_named("gate: p@1 on s: 3 of 4", named));
  CHECK_FALSE(is_named("gate: p@1 on s: 2 of 4", named));
}
