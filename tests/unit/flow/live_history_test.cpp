#include "flow/live_history.hpp"

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

TEST_CASE("a stay in an environment is counted at a stretch, and the longest counts") {
  const std::vector<HistoryEntry> history{
      move_at(0, "staging", 1),    move_at(5, "staging", 2), move_at(6, "staging", 1),
      move_at(7, "production", 2), move_at(9, "staging", 1), move_at(10, "staging", 3),
  };
  const auto stay = [&](long long version, int now) {
    return longest_stay(history, "staging", version, start + hours(now));
  };
  CHECK(stay(1, 20) == hours(5));  // Neither 9, with the break, nor what another environment saw.
  CHECK(stay(2, 20) == hours(1));
  CHECK(stay(3, 20) == hours(10));  // Still there.
  CHECK_FALSE(stay(4, 20));
  CHECK_FALSE(longest_stay({}, "staging", 1, start));
}

TEST_CASE("a clock that runs behind gives no stay below nothing") {
  CHECK(longest_stay({move_at(5, "staging", 1)}, "staging", 1, start) == std::chrono::seconds(0));
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

TEST_CASE("what a fast clock dated ahead makes no stay longer") {
  CHECK(longest_stay({move_at(0, "staging", 1), move_at(50, "staging", 2)}, "staging", 1, start + hours(1)) ==
        hours(1));
}
