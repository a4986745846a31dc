#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "stats/confidence.hpp"

namespace promptctl {

// One condition on one figure. Shares are 0 to 1, times are milliseconds, costs US dollars for one case.
struct GateRule {
  enum class Bound {
    at_least,      // the figure, or with a confidence the lower bound of its interval
    at_most,       // the figure, or with a confidence the upper bound of its interval
    not_worse_by,  // than what is live: a margin in points for shares and scores, a relative one for times and costs
    flips,         // cases that went from pass to fail
  };

  std::string figure;  // "pass_rate", "score", "critical", "errors", "cost_per_case", "latency_p95", a metric's name
  std::string tag;     // of a slice; empty: all cases
  Bound bound = Bound::at_least;
  double limit = 0;
  std::string limit_text;              // as written: "2%"
  std::optional<long long> min_cases;  // in place of the policy's
  std::string corrected_by = {};       // metric of people's labels, by which a judge's figure is corrected; empty: not
};

// "pass_rate [de] not worse by 2%"
std::string rule_text(const GateRule& rule);

// Whose consent a promotion needs, besides what its gate says.
struct ApprovalPolicy {
  long long need = 1;                              // so many people
  std::vector<std::string> of;                     // their addresses; empty: whoever may sign
  bool author_may = false;                         // whoever last changed the prompt
  bool requester_may = false;                      // whoever asked for the promotion
  bool veto = true;                                // one rejection ends a request
  std::chrono::seconds expires{7 * 24 * 60 * 60};  // how long a request may wait
};

// When a version may go to an environment.
struct GatePolicy {
  long long min_cases = 1;  // with a verdict, in each rule
  std::optional<double>
      confidence;  // of intervals; none: the usual one for comparisons, and absolute rules test the figure itself
  std::optional<std::chrono::milliseconds> max_evidence_age;
  bool allows_cassette = false;
  std::vector<std::string> signed_by;  // principals of the allowed signers, one of whom must vouch; empty: nobody must
  std::vector<std::string>
      producers;  // who, as a signer says, may have made the evidence: patterns with `*`; empty: anyone
  std::vector<std::string> endpoints;  // hosts that may have answered: patterns with `*`; empty: any
  std::optional<double> judges_kappa;  // the least lower bound of kappa that each judge must have; none: nobody asks
  std::vector<GateRule> rules;
};

}  // namespace promptctl
