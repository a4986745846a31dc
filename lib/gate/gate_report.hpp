#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "stats/estimate.hpp"

namespace promptctl {

enum class GateOutcome { accepted, rejected, inconclusive };

std::string_view gate_outcome_name(GateOutcome outcome);

// What one rule of a policy came to on one suite and model.
struct RuleResult {
  std::string rule;  // "pass_rate [de] not worse by 2%"
  GateOutcome outcome = GateOutcome::inconclusive;
  std::optional<Interval> figure;  // what was held against the limit, in the rule's unit, with its interval
  std::string shown;               // the same for people: "−1.2 points (−3.4 to +1.0)"
  std::string why;                 // one line
  std::optional<std::size_t>
      more_cases;  // that would decide, were the figure to stay as it is; of an inconclusive rule
};

// Who stands behind a run that a decision rests on.
struct Witness {
  std::string answered_by;  // "api.openai.com", "cassette or cache", or both with a count
  std::string signed_by;    // an allowed signer; empty: nobody vouches for it
  std::string why_not;      // whoever signed it counts for nobody; empty: nobody did
  std::string attempt;      // of the CI job, on the signer's word; empty: it names none
  std::string trust_head;   // what of the provider's entry the change names, to which --trust-head sent; empty: nothing
  bool judged_again = false;  // its replies are here, and were judged again for the decision
};

// The decision on one suite and model.
struct SuiteDecision {
  std::string suite;
  std::string target;
  std::string evidence;            // digest of the candidate's statement; empty: there is none
  std::string live_evidence;       // of what it was compared with; empty: none
  std::vector<std::string> notes;  // what to know of the evidence: refused statements, a policy edited since
  std::vector<RuleResult> rules;
  Witness witness;       // of `evidence`
  Witness live_witness;  // of `live_evidence`
};

// A gate's decision on one content of a prompt, moving nothing.
struct GateReport {
  std::string prompt;   // address, as asked
  std::string digest;   // of its bundle
  std::string against;  // address of what it was compared with; empty: nothing is live
  std::string against_digest;
  std::string gate;    // the environment, or the file of the policy
  std::string policy;  // digest of the policy
  GateOutcome outcome = GateOutcome::inconclusive;
  double level = 0.05;     // two-sided, before correction
  std::size_t family = 0;  // rules that share it, by Holm's step-down
  std::vector<SuiteDecision> suites;
};

}  // namespace promptctl
