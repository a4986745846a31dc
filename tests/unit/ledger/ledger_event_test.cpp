#include "ledger/event_record.hpp"

#include "base/utc.hpp"
#include "ledger/approval_record.hpp"
#include "ledger/ledger_record.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

LedgerEvent whole_event() {
  LedgerEvent event;
  event.seq = 12;
  event.previous = "aa11";
  event.type = EventType::rollback;
  event.actor = "Zoë <zoe@x.example>";
  event.at = parse_utc("2026-01-02T03:04:05Z").value();
  event.reason = "two\nlines \"quoted\"";
  event.registered.push_back(
      {{"a/b", 2}, "d", "i", {"p", {{"tone", "t"}}}, "c", "prompts/a/b.prompt", "A <a@x.example>", "label"});
  event.environment = "production";
  event.moves.push_back({{"a/b", 1}, "d1", 2});
  event.moves.push_back({{"c", 1}, "d2", {}});
  event.proposed.push_back({{"d", 4}, "d4", {}});
  event.request = 7;
  event.policy = "pp";
  event.evidence = {{{"a/b", 2}, "e1"}, {{"c", 1}, "e2"}};
  event.objections = {"soak: too short"};
  event.yanked = {{"a/b", 2}};
  event.restored = {{"c", 3}};
  return event;
}

std::optional<LedgerEvent> read(const std::string& text, Diagnostics& faults) {
  return read_event(std::make_shared<const Source>("event.json", text), faults);
}

}  // namespace

TEST_CASE("an event that was read is written again as it was") {
  const std::string text = event_text(whole_event());
  Diagnostics faults;
  const auto again = read(text, faults);
  REQUIRE(again);
  CHECK(event_text(*again) == text);
  CHECK(again->moves.at(1).from == std::nullopt);
  CHECK(again->registered.at(0).manifest.partials.at("tone") == "t");
}

TEST_CASE("an event with anything unknown, missing or of another kind is refused") {
  const std::string good = event_text(whole_event());
  const auto [from, to, code] = GENERATE(table<std::string, std::string, std::string>({
      {"\"actor\"", "\"actr\"", "unknown-key"},
      {"\"seq\": 12", "\"seq\": 0", "out-of-range"},
      {"\"seq\": 12", "\"seq\": \"12\"", "wrong-kind"},
      {"promptctl-event 1", "promptctl-event 2", "unknown-format"},
      {"\"type\": \"rollback\"", "\"type\": \"merge\"", "unknown-event"},
      {"2026-01-02T03:04:05Z", "yesterday", "bad-time"},
      {"\"environment\": \"production\"", "\"environment\": \"production\", \"environment\": \"x\"", "duplicate-key"},
  }));
  INFO(from << " → " << to);
  std::string text = good;
  text.replace(text.find(from), from.size(), to);
  Diagnostics faults;
  CHECK_FALSE(read(text, faults));
  bool found = false;
  for (const Diagnostic& fault : faults.all()) {
    found = found || fault.code == code;
  }
  CHECK(found);
}

TEST_CASE("a request and what was said to it are written again as they were") {
  const LedgerEvent event = whole_event();
  EventStamp answer = stamp_of(event);
  answer.type = EventType::rejection;
  const ApprovalRequest request{stamp_of(event), "production", event.moves, "pp",
                                event.evidence,  {"soak: x"},  {answer}};
  const std::string text = approval_request_text(request);
  Diagnostics faults;
  const auto again = read_approval_request(std::make_shared<const Source>("r.json", text), faults);
  REQUIRE(again);
  CHECK(approval_request_text(*again) == text);
  CHECK(again->answers.at(0).type == EventType::rejection);
  CHECK(again->moves == event.moves);
}

TEST_CASE("a deployment and a line of a history are written again as they were") {
  const LedgerEvent event = whole_event();
  Diagnostics faults;
  const Deployment deployment{"production",           event.moves[0], stamp_of(event), "pp", {"e"}, {"soak: x"}, 7,
                              {"Ada <ada@x.example>"}};
  const std::string text = deployment_text(deployment);
  const auto again = read_deployment(std::make_shared<const Source>("d.json", text), faults);
  REQUIRE(again);
  CHECK(deployment_text(*again) == text);
  const HistoryEntry entry{stamp_of(event), HistoryEntry::Effect::moved, 1, "production", 2};
  const std::string line = history_line(entry);
  const auto entry_again = read_history_line(std::make_shared<const Source>("h.jsonl", line), faults);
  REQUIRE(entry_again);
  CHECK(history_line(*entry_again) == line);
}
