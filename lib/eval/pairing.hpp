#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/win_rate.hpp"
#include "eval/answering.hpp"
#include "eval/interruption.hpp"
#include "run/judge_call.hpp"

namespace promptctl {

// Two replies to one case.
struct ReplyPair {
  std::string case_id;
  std::string group;
  std::string question;
  std::string before;
  std::string after;
};

struct PairingEnd {
  std::vector<JudgedPair> pairs;  // in the order given
  std::map<Doubt, std::size_t> doubts;
  std::vector<JudgeCall> calls;
  bool interrupted = false;
};

// Asks a pairwise judge which reply of each pair is the better one, in both orders; of equal replies it asks nothing.
// `criterion` may be empty. An interruption ends it at once.
PairingEnd judge_pairs(const Judge& judge, const std::vector<ReplyPair>& pairs, const std::string& criterion,
                       Answering& answering, const Interruption& interruption);

}  // namespace promptctl
