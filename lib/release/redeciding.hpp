#pragma once

#include <vector>

#include "ledger/ledger_state.hpp"
#include "release/decision.hpp"
#include "release/main_line.hpp"

namespace promptctl {

// What speaks against a promotion when it is decided again.
struct Redecision {
  std::vector<Objection> objections;
  std::vector<VersionName> without_evidence;  // whose gate had no statement to decide by
};

// Decides a recorded promotion again as it was decided, from what the ledger has of it: the statements that it links
// and those its versions had before, the conditions, suites and signers of main where it says that they stood, the
// stays before it, and its own time. It is never stricter than the first decision for what can't be known now:
//
// - replies are not here: a statement's verdicts, costs and times are taken as it has them
// - a run that began in the same second as one that was linked does not come before it
// - where the commit is gone that a version was registered from, the model it runs on by default is the one that its
//   linked statement names as its own
//
// `event` must break no rule of the ledger and name conditions that main had; `main` must know its commit.
Redecision decide_again(const LedgerEvent& event, const LedgerState& before, const LedgerState& after, MainLine& main);

}  // namespace promptctl
