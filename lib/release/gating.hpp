#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/prepared_suite.hpp"
#include "evidence/evidence_pool.hpp"
#include "gate/gate_report.hpp"

namespace promptctl {

// A content of a prompt.
struct GatedContent {
  std::string address;         // for people
  std::string digest;          // of its bundle
  std::string own_model = {};  // "provider/model", on which it runs where no suite names one; empty: not known
  CompleteCase complete = {};  // none: recorded replies are not judged again
};

// What is decided on: whether `candidate` may take the place of `live`.
struct GateRequest {
  const GatePolicy* policy = nullptr;
  std::string name;           // of the environment, or the policy's file
  std::string policy_digest;  // of the environment's conditions, as runs record it; empty: a file
  GatedContent candidate;
  std::optional<GatedContent> live;  // none: nothing is live
  std::vector<JudgedSuite> suites;
  std::chrono::system_clock::time_point now;
  AllowedSigners signers = {};  // main's, who may vouch for evidence
  bool for_the_record = true;   // false: nothing will be moved; what is not committed is judged too, with a note

  // Where the candidate is what is live: the evidence that it went live with. Null where it is not.
  const EvidencePool* went_live_with = nullptr;
};

struct Gating {
  GateReport report;
  std::vector<EvidenceStatement> candidate_evidence;  // that the decision rests on
  std::vector<EvidenceStatement> live_evidence;
};

// Whether any suite of the registry judges the prompt. A suite that can't be read might.
bool is_judged(const Registry& registry, const std::string& prompt);

// Every suite of the registry that judges the prompt, on each of its models, whose content is read and checked; empty
// when there is none, and so nothing that could speak for the prompt. Faults go to `diagnostics`.
std::vector<JudgedSuite> judged_suites(Registry& registry, const Project& project, const std::string& prompt,
                                       const SuiteOptions& options, Diagnostics& diagnostics);

// How `decide_gate` decides, by which events name it. To be raised whenever the same statements, conditions, suites and
// time could come to another outcome, or word an objection otherwise: `verify` decides what was promoted again, and
// takes what another method finds for no fault.
constexpr std::string_view gate_method = "promptctl-gate 1";

// Looks for the newest evidence that may be used of both contents, and judges it.
Gating decide_gate(const GateRequest& request, const EvidencePool& pool);

}  // namespace promptctl
