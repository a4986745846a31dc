#include "cli/gate_questions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "cli/prompt_source.hpp"
#include "flow/gating.hpp"
#include "flow/judging_changes.hpp"
#include "world/git_history.hpp"
#include "world/git_renames.hpp"

namespace promptctl::cli {
namespace {

// What is live in an environment.
std::optional<Address> live_in(GateSession& gate, const std::string& environment, const std::string& prompt) {
  if (!gate.ledger.ledger.tip() && !gate.ledger.ledger.remote().empty()) {
    refresh(gate.ledger.ledger, gate.ledger.signing(),
            gate.ledger.session.clock);  // That none is known here does not say that nothing is live.
  }
  const auto live = newest_state(gate.ledger.ledger).deployment(environment, prompt);
  return live ? std::optional(Address{prompt, Address::Kind::version, std::to_string(live->move.to.version)})
              : std::nullopt;
}

// Whether a run that is recorded spares another: the policy takes its age and its kind, and it is as committed.
bool is_usable(const RunHeader& header, const GatePolicy& policy, std::chrono::system_clock::time_point now,
               bool offline) {
  const bool too_old = policy.max_evidence_age && now - header.started > *policy.max_evidence_age;
  const bool replayed = header.offline && !offline && !policy.allows_cassette;
  return !header.is_dirty() && !too_old && !replayed;
}

// Where a prompt is live.
std::vector<std::string> environments_of(const LedgerState& state, const std::string& prompt) {
  std::vector<std::string> environments = state.environments();
  environments.erase(
      std::remove_if(environments.begin(), environments.end(),
                     [&](const std::string& environment) { return !state.deployment(environment, prompt); }),
      environments.end());
  return environments;
}

struct GoneDecision {
  GateOutcome outcome;
  std::string why;
};

// What is live can't be gone, and of what might stand under another name nobody can tell; else a prompt may go.
GoneDecision decide_gone(const std::string& id, const ChangedSince& changes, GateSession& gate) {
  const std::vector<std::string> live = environments_of(newest_state(gate.ledger.ledger), id);
  if (!live.empty()) {
    return {GateOutcome::rejected, fmt::format("{} is gone, and live in {}: its file must stay", id, join(live, ", "))};
  }
  const auto newcomer = std::find_if(changes.prompts.begin(), changes.prompts.end(),
                                     [](const ChangedPrompt& prompt) { return prompt.was.empty(); });
  if (newcomer != changes.prompts.end()) {
    return {
        GateOutcome::inconclusive,
        fmt::format("{} is gone, and {} is new: nobody can tell whether it is the same; take {} away in a change of "
                    "its own",
                    id, newcomer->id, id)};
  }
  return {GateOutcome::accepted, fmt::format("{} is gone: nothing is compared with it", id)};
}

}  // namespace

Question one_question(GateSession& gate) {
  const GateOptions& options = gate.options;
  const Address after = read_address(options.address);
  if (!options.against.empty()) {
    return {after, read_address(options.against), {}};
  }
  return {after, live_in(gate, options.environment, after.prompt), {}};
}

ChangedSince changes_since(GateSession& gate) {
  const auto& root = gate.eval.workspace.root;
  ChangedSince changes;
  changes.base = merge_base(root, gate.options.changed_since, "HEAD");
  changes.registry = commit_registry(changes.base, gate.eval.workspace);
  Registry& now = gate.eval.workspace.registry;
  changes.prompts = changed_prompts(*changes.registry, now, renamed_files(root, changes.base));
  changes.gone = gone_prompts(*changes.registry, now, changes.prompts);
  return changes;
}

std::vector<Question> changed_questions(const ChangedSince& changes, GateSession& gate) {
  const auto& registry = changes.registry;
  gate.eval.replies_of.push_back(registry);
  std::vector<Question> questions;
  const auto project_before = registry->sound_project();
  const bool alike = project_before && asks_alike(*project_before, gate.eval.project);
  for (const ChangedPrompt& prompt : changes.prompts) {
    const Address before{prompt.was, Address::Kind::revision, changes.base.substr(0, 12)};
    std::vector<std::string> notes = judging_changes(*registry, gate.eval.workspace.registry, prompt);
    if (!alike) {
      notes.emplace_back(
          "promptctl.yaml names other models, servers or prices: both contents are judged by the new ones");
    }
    questions.push_back({{prompt.id}, prompt.was.empty() ? std::nullopt : std::optional(before), std::move(notes)});
  }
  return questions;
}

RunsEnd make_runs(const std::vector<Question>& questions, const ChosenPolicy& policy, GateSession& gate) {
  WantedRuns wanted;
  wanted.is_usable = [&](const RunHeader& header) {
    return is_usable(header, policy.policy, gate.session.clock.now(), gate.eval.offline);
  };
  for (const Question& question : questions) {
    if (!is_judged(gate.eval.workspace.registry, question.after.prompt)) {
      continue;  // That nothing can be run for it is for the decision to say.
    }
    wanted.contents.emplace_back(question.after);
    if (question.before) {
      wanted.contents.emplace_back(*question.before, question.after.prompt);
    }
  }
  return run_missing(gate.eval, wanted);
}

void add_gone(const ChangedSince& changes, const ChosenPolicy& policy, GateSession& gate,
              std::vector<ChangeReport>& reports) {
  for (const std::string& id : changes.gone) {
    const GoneDecision decision = decide_gone(id, changes, gate);
    ChangeReport report;
    report.before = address_text({id, Address::Kind::revision, changes.base.substr(0, 12)});
    report.after = id;
    report.notes.push_back(decision.why);
    if (decision.outcome != GateOutcome::accepted) {
      report.gate = GateReport();
      report.gate->prompt = id;
      report.gate->against = report.before;
      report.gate->gate = policy.name;
      report.gate->policy = policy.digest;
      report.gate->outcome = decision.outcome;
    }
    reports.push_back(std::move(report));
  }
}

}  // namespace promptctl::cli
