#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gate/gate_report.hpp"
#include "gate/policy.hpp"
#include "run/run_sample.hpp"

namespace promptctl {

// What a judge of the candidate's replies is known to be worth, on one model.
struct JudgeWorth {
  std::string judge;
  std::string target;
  std::optional<double> least_kappa;  // the lower bound; none: there is no calibration that may be used
  std::string run;                    // that it was calibrated by
};

// The evidence for one suite and model that a prompt must be judged by.
struct GateEvidence {
  std::string suite;
  std::string target;
  const RunSample* candidate = nullptr;  // null: there is none that may be used
  const RunSample* live = nullptr;       // null: there is none that compares
  std::string digest;                    // of the candidate's statement
  std::string live_digest;
  std::vector<std::string> notes;
  Witness witness = {};  // of the candidate's statement
  Witness live_witness = {};
  std::vector<JudgeWorth> judges = {};  // of the candidate's replies
};

// Whether a policy's rules hold on every suite and model; fills in `outcome`, `level`, `family` and `suites`.
//
// A rule that an interval decides is accepted when the whole interval is on the right side of its limit. It is rejected
// when the whole interval is on the wrong side at the level that Holm's step-down method leaves it in the family of all
// such rules of the decision, so that chance alone rejects no more than the level's share of decisions that should
// pass. Acceptance needs no correction: all rules must hold at once (R. L. Berger, Technometrics 24, 1982,
// intersection-union tests). In between, and below `min_cases`, a rule is inconclusive; without evidence, or where
// a critical case has no verdict, the suite is.
//
// One rejected rule rejects; else one inconclusive rule makes the whole inconclusive. No suite at all is inconclusive.
GateReport judge(const GatePolicy& policy, const std::vector<GateEvidence>& evidence, bool is_live);

}  // namespace promptctl
