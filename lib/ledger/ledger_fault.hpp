#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace promptctl {

// How far two clocks may be apart: an event that is further ahead of a reader's is refused, and none is written where
// the server's differs by more.
constexpr std::chrono::minutes clock_tolerance{5};

// More say no more.
constexpr std::size_t most_faults = 100;

// One thing in the ledger that its events don't account for.
struct LedgerFault {
  // "chain", "event", "time", "rule", "view", "bundle", "evidence", "stray", "format", "descent", "signature",
  // "checkpoint", "conditions", "order", "gate", "approvals"
  std::string_view check;
  long long seq = 0;  // of the event it was found at; its place in the chain where it can't be read
  std::string commit;
  std::string message;
};

// What a reader should know of an event that is no fault.
struct LedgerNote {
  long long seq = 0;
  std::string commit;
  std::string message;
};

}  // namespace promptctl
