#include "ledger/live_history.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

using std::chrono::hours;

constexpr TimePoint start{};

HistoryEntry move_at(int hour, const std::string& environment, long long version) {
  HistoryEntry entry;
  entry.effect = HistoryEntry::Effect::moved;
  entry.stamp.at = start + hours(hour);
  entry.environment = environment;
  entry.version = version;
  return entry;
}

}  // namespace

TEST_CASE("a stay is counted at a stretch, and the longest counts") {
  const Stay ended{"staging", {}, {}, hours(5)};
  CHECK(longest_stay(ended, start + hours(20)) == hours(5));
  const Stay running{"staging", {}, start + hours(10), hours(5)};
  CHECK(longest_stay(running, start + hours(12)) == hours(5));
  CHECK(longest_stay(running, start + hours(20)) == hours(10));
}

TEST_CASE("a clock that runs behind gives no stay below nothing") {
  CHECK(longest_stay({"staging", {}, start + hours(5), {}}, start) == std::chrono::seconds(0));
}

TEST_CASE("a second rollback goes further back, and never forward to what the first one left") {
  std::vector<HistoryEntry> history{move_at(0, "staging", 1), move_at(1, "staging", 2), move_at(2, "staging", 3)};
  CHECK(earlier_versions(history, "staging") == std::vector<long long>{2, 1});
  history.push_back(move_at(3, "staging", 2));
  history.back().stamp.type = EventType::rollback;
  CHECK(earlier_versions(history, "staging") == std::vector<long long>{1});
  history.push_back(move_at(4, "staging", 4));
  CHECK(earlier_versions(history, "staging") == std::vector<long long>{2, 1});
  CHECK(earlier_versions(history, "production").empty());
}
