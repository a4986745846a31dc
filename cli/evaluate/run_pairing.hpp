#pragma once

#include <optional>
#include <string>

#include "cli/evaluate/eval_session.hpp"
#include "report/run/pairing_text.hpp"

namespace promptctl::cli {

// What a user asks of a pairwise judge.
struct PairingWish {
  std::string before;  // a run's id or its start, or an address: its newest run
  std::string after;
  std::string judge = "better";
  std::string criterion;  // what counts; empty: what the judge's prompt says
};

// Holds the replies of two recorded runs of one suite and dataset against each other, case by case. None after faults,
// which are printed. Throws `Failure` for what does not exist (`unknown-run`, `no-runs`, `unknown-judge`, `no-judge`),
// or can't be paired (`not-comparable`, `wrong-judge`).
std::optional<PairedRuns> pair_runs(const PairingWish& wish, EvalSession& eval);

}  // namespace promptctl::cli
