#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "gate/gate_report.hpp"
#include "ledger/ledger_event.hpp"
#include "registry/project.hpp"

namespace promptctl {

// A version that shall go live, and what the ledger knows of it.
struct Candidate {
  Move move;
  std::optional<EventStamp> yanked;
  std::optional<std::chrono::seconds> stay;  // its longest stay in the environment it must come from; none: never there
  std::optional<GateReport> gate = {};       // what the environment's gate says of it; none: it has no gate
  std::vector<EvidenceLink> evidence = {};   // the statements that this rests on
};

// All that a decision depends on.
struct PromotionFacts {
  Environment environment;
  std::string policy;  // digest of the environment's conditions; empty without any
  std::vector<Candidate> candidates;
};

// What the gate speaks against; other conditions are those of the order of environments, or of people.
constexpr std::string_view gate_condition = "gate";

// What speaks against a promotion.
struct Objection {
  std::string_view condition;  // "yanked", "after", "soak", "gate", "override", "approvals"
  bool can_be_overridden = true;
  bool is_inconclusive = false;  // too little evidence: nothing speaks against it but that
  std::string message;
};

// "soak: support/triage@4 was live in staging for 2h of 24h": by which an event names it.
std::string objection_text(const Objection& objection);

// Whether an objection is among those that were named. What the gate says is named word for word, its figures too; of
// the order, whose figures grow with time, it is enough which condition and version.
bool is_named(std::string_view objection, const std::vector<std::string>& named);

class Decision;
Decision decide(const PromotionFacts& facts);

// Leave to make exactly these moves. Only a decision makes one: what was not decided on can't be promoted.
class Acceptance {
 public:
  const std::string& environment() const { return environment_; }
  const std::string& policy() const { return policy_; }
  const std::vector<Move>& moves() const { return moves_; }
  const std::vector<EvidenceLink>& evidence() const { return evidence_; }

  // What was gone past; only after an override.
  const std::vector<std::string>& overridden() const { return overridden_; }

 private:
  friend class Decision;
  friend Decision decide(const PromotionFacts& facts);
  Acceptance() = default;

  std::string environment_;
  std::string policy_;
  std::vector<Move> moves_;
  std::vector<EvidenceLink> evidence_;
  std::vector<std::string> overridden_;
};

// Whether versions may go to an environment, and why not.
class Decision {
 public:
  const std::vector<Objection>& objections() const { return objections_; }

  // None when anything speaks against it, or there is nothing to move.
  std::optional<Acceptance> acceptance() const;

  // The same past the objections that can be overridden; none when others remain, or when there is none to override.
  std::optional<Acceptance> overriding() const;

 private:
  friend Decision decide(const PromotionFacts& facts);
  Decision() = default;

  Acceptance leave_;
  std::vector<Objection> objections_;
};

}  // namespace promptctl
