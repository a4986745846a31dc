#include "release/decision.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utc.hpp"

namespace promptctl {
namespace {

Objection objection(std::string_view condition, std::string message) {
  return {condition, true, false, std::move(message)};
}

void check_yank(const Candidate& candidate, std::vector<Objection>& objections) {
  if (!candidate.yanked) {
    return;
  }
  const EventStamp& yanked = *candidate.yanked;
  objections.push_back(objection("yanked", fmt::format("{} is yanked: {} ({}, {})", version_text(candidate.move.to),
                                                       yanked.reason, yanked.actor, utc_text(yanked.at))));
  objections.back().can_be_overridden = false;
}

void check_order(const Environment& environment, const Candidate& candidate, std::vector<Objection>& objections) {
  const std::string name = version_text(candidate.move.to);
  if (!environment.after) {
    return;
  }
  if (!candidate.stay) {
    objections.push_back(objection("after", fmt::format("{} was never live in {}", name, *environment.after)));
  } else if (environment.soak && *candidate.stay < *environment.soak) {
    const auto wanted = std::chrono::floor<std::chrono::seconds>(*environment.soak);
    objections.push_back(objection("soak", fmt::format("{} was live in {} for {} of {}", name, *environment.after,
                                                       span_text(*candidate.stay), span_text(wanted))));
  }
}

std::string rule_message(const std::string& name, const SuiteDecision& suite, const RuleResult& rule) {
  std::string text = fmt::format("{} on {} with {}: {}", name, suite.suite, suite.target, rule.rule);
  text += rule.shown.empty() ? "" : fmt::format(": {}", rule.shown);
  return text + (rule.why.empty() ? "" : fmt::format("{} {}", rule.shown.empty() ? ":" : ";", rule.why));
}

void check_rules(const std::string& name, const SuiteDecision& suite, std::vector<Objection>& objections) {
  for (const RuleResult& rule : suite.rules) {
    if (rule.outcome != GateOutcome::accepted) {
      objections.push_back(objection(gate_condition, rule_message(name, suite, rule)));
      objections.back().is_inconclusive = rule.outcome == GateOutcome::inconclusive;
    }
  }
}

// A gate that was asked and did not accept; an environment that has a gate is never entered without asking it.
void check_gate(const Environment& environment, const Candidate& candidate, std::vector<Objection>& objections) {
  const std::string name = version_text(candidate.move.to);
  if (!candidate.gate && environment.gate) {
    objections.push_back(objection(gate_condition, fmt::format("the gate was not asked about {}", name)));
  }
  if (!candidate.gate) {
    return;
  }
  const std::size_t before = objections.size();
  for (const SuiteDecision& suite : candidate.gate->suites) {
    check_rules(name, suite, objections);
  }
  if (objections.size() == before && candidate.gate->outcome != GateOutcome::accepted) {
    objections.push_back(objection(gate_condition, fmt::format("no suite judges {}", name)));
    objections.back().is_inconclusive = true;
  }
}

}  // namespace

std::string objection_text(const Objection& objection) {
  return fmt::format("{}: {}", objection.condition, objection.message);
}

bool is_named(std::string_view objection, const std::vector<std::string>& named) {
  constexpr std::string_view separator = ": ";
  const std::size_t message = objection.find(separator) + separator.size();
  const bool of_gate = objection.starts_with(gate_condition);
  const std::string_view known = of_gate ? objection : objection.substr(0, objection.find(' ', message) + 1);
  return std::any_of(named.begin(), named.end(), [known](const std::string& one) { return one.starts_with(known); });
}

Decision decide(const PromotionFacts& facts) {
  Decision decision;
  decision.leave_.environment_ = facts.environment.name;
  decision.leave_.policy_ = facts.policy;
  for (const Candidate& candidate : facts.candidates) {
    check_yank(candidate, decision.objections_);
    check_order(facts.environment, candidate, decision.objections_);
    check_gate(facts.environment, candidate, decision.objections_);
    decision.leave_.moves_.push_back(candidate.move);
    decision.leave_.evidence_.insert(decision.leave_.evidence_.end(), candidate.evidence.begin(),
                                     candidate.evidence.end());
  }
  return decision;
}

std::optional<Acceptance> Decision::acceptance() const {
  return objections_.empty() && !leave_.moves_.empty() ? std::optional(leave_) : std::nullopt;
}

std::optional<Acceptance> Decision::overriding() const {
  const bool possible = std::all_of(objections_.begin(), objections_.end(),
                                    [](const Objection& objection) { return objection.can_be_overridden; });
  if (objections_.empty() || !possible || leave_.moves_.empty()) {
    return std::nullopt;
  }
  Acceptance leave = leave_;
  for (const Objection& objection : objections_) {
    leave.overridden_.push_back(objection_text(objection));
  }
  return leave;
}

}  // namespace promptctl
