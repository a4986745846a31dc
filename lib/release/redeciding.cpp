#include "release/redeciding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/diagnostic.hpp"
#include "release/environment_gate.hpp"
#include "release/promotion.hpp"

namespace promptctl {
namespace {

class DecidingAgain {
 public:
  DecidingAgain(const LedgerEvent& event, const LedgerState& before, const LedgerState& after, MainLine& main)
      : event_(event),
        before_(before),
        main_(main),
        registry_(main.registry(*event.conditions)),
        environment_(*find_environment(registry_->project, event.environment)) {
    for (const EvidenceLink& link : event.evidence) {
      if (auto statement = after.statement(link.digest)) {
        linked_.push_back({link.subject, std::move(*statement)});
      }
    }
  }

  Redecision decide() {
    if (!environment_.gate && !environment_.after) {
      return {};
    }
    PromotionFacts facts{environment_, event_.policy, {}};
    for (const Move& move : event_.moves) {
      add_candidate(move, facts.candidates);
    }
    const auto objections = promptctl::decide(facts).objections();
    result_.objections.insert(result_.objections.end(), objections.begin(), objections.end());
    return std::move(result_);
  }

 private:
  struct Linked {
    VersionName subject;
    EvidenceStatement statement;
  };

  // A question that can't be put because of main's own files was never answered with yes.
  void add_candidate(const Move& move, std::vector<Candidate>& candidates) {
    const auto record = before_.version(move.to);
    if (!record) {
      return;
    }
    Candidate candidate = candidate_for(*record, move.from, environment_, event_.at);
    try {
      ask(*record, candidate);
      candidates.push_back(std::move(candidate));
    } catch (const Failure& failure) {
      const Diagnostic& cause = failure.diagnostic();
      if (cause.code == "git") {
        throw;
      }
      const std::string place = cause.where.path().empty() ? "" : fmt::format("{}: ", cause.where.path());
      result_.objections.push_back(
          {gate_condition, false, false,
           fmt::format("{} can't be judged by main's suites: {}{}", version_text(move.to), place, cause.message)});
    }
  }

  void ask(const VersionRecord& record, Candidate& candidate) {
    if (!environment_.gate) {
      return;
    }
    const VersionName& name = record.version.name;
    const auto live = candidate.move.from ? before_.version({name.prompt, *candidate.move.from}) : std::nullopt;
    const auto default_target = [this](const RegisteredVersion& version) { return default_target_of(version); };
    const Gating gating = ask_gate({environment_, registry_->project, *registry_->files, default_target, event_.at},
                                   {record, live}, linked_evidence(), before_);
    candidate.gate = gating.report;
    if (gating.candidate_evidence.empty()) {
      result_.without_evidence.push_back(name);
    }
  }

  // First of all: of runs that began together the first counts, and it was one of these.
  EvidencePool linked_evidence() const {
    EvidencePool pool;
    for (const Linked& one : linked_) {
      pool.add(one.statement);
    }
    return pool;
  }

  std::optional<Target> default_target_of(const RegisteredVersion& version) const {
    if (const auto there = main_.registry({version.commit, event_.conditions->registry})) {
      return there->project.default_target;
    }
    const auto found = std::find_if(linked_.begin(), linked_.end(), [&version](const Linked& one) {
      const RunHeader& header = one.statement.sample.header;
      return one.subject == version.name && header.provenance.own_model && !header.targets.empty();
    });
    return found == linked_.end() ? std::nullopt : find_target(found->statement.sample.header.targets.front());
  }

  const LedgerEvent& event_;
  const LedgerState& before_;
  MainLine& main_;
  std::shared_ptr<const RegistryAt> registry_;
  const Environment& environment_;
  std::vector<Linked> linked_;
  Redecision result_;
};

}  // namespace

Redecision decide_again(const LedgerEvent& event, const LedgerState& before, const LedgerState& after, MainLine& main) {
  return DecidingAgain(event, before, after, main).decide();
}

}  // namespace promptctl
