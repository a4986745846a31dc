#include "gate/decision.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utc.hpp"

namespace promptctl {
namespace {

Objection objection(std::string_view condition, std::string message) {
  return {condition, true, std::move(message)};
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

}  // namespace

Decision decide(const PromotionFacts& facts) {
  Decision decision;
  decision.leave_.environment_ = facts.environment.name;
  decision.leave_.policy_ = facts.policy;
  for (const Candidate& candidate : facts.candidates) {
    check_yank(candidate, decision.objections_);
    check_order(facts.environment, candidate, decision.objections_);
    decision.leave_.moves_.push_back(candidate.move);
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
    leave.overridden_.push_back(fmt::format("{}: {}", objection.condition, objection.message));
  }
  return leave;
}

}  // namespace promptctl
