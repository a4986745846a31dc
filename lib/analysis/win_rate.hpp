#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "score/judges.hpp"
#include "stats/estimate.hpp"

namespace promptctl {

// What a judge says of two replies to one case, asked in both orders.
struct JudgedPair {
  std::string group;                        // cluster of the case; may be empty
  bool is_same = false;                     // the replies are equal: nobody was asked
  std::optional<std::string> before_first;  // "first", "second" or "tie", where the earlier reply stood first
  std::optional<std::string> after_first;   // where the later one did; none: the judge could not tell
};

// How often the later replies are preferred.
struct WinRate {
  std::size_t pairs = 0;  // with a word in both orders, or equal
  std::size_t wins = 0, losses = 0;
  std::size_t ties = 0;                   // said in either order, contradicted by the other order, or equal replies
  std::size_t undecided = 0;              // no word in one of the orders
  std::optional<Interval> rate;           // wins and half of the ties; Tango's interval on wins against losses
  std::optional<Interval> position_bias;  // of the words that are no tie, the share that is "first"; Wilson
  std::optional<Interval> flips;          // of the pairs that were asked, the share whose orders contradict; Wilson
};

// The case is the unit: with groups, the interval is of the effective number of cases. A judge that has no bias prefers
// the first reply as often as the second.
WinRate win_rate(const std::vector<JudgedPair>& pairs);

}  // namespace promptctl
