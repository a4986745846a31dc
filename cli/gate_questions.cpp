#include "cli/gate_questions.hpp"

#include <fmt/format.h>

#include <utility>

#include "cli/prompt_source.hpp"
#include "flow/changed_prompts.hpp"
#include "flow/gating.hpp"
#include "flow/judging_changes.hpp"
#include "world/git_history.hpp"

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

}  // namespace

Question one_question(GateSession& gate) {
  const GateOptions& options = gate.options;
  const Address after = read_address(options.address);
  if (!options.against.empty()) {
    return {after, read_address(options.against), {}};
  }
  return {after, live_in(gate, options.environment, after.prompt), {}};
}

std::vector<Question> changed_questions(GateSession& gate) {
  const auto& root = gate.eval.workspace.root;
  const std::string base = merge_base(root, gate.options.changed_since, "HEAD");
  const auto registry = commit_registry(base, gate.eval.workspace);
  gate.eval.replies_of.push_back(registry);
  std::vector<Question> questions;
  const auto project_before = registry->sound_project();
  const bool alike = project_before && asks_alike(*project_before, gate.eval.project);
  for (const ChangedPrompt& prompt : changed_prompts(*registry, gate.eval.workspace.registry)) {
    const Address before{prompt.id, Address::Kind::revision, base.substr(0, 12)};
    std::vector<std::string> notes = judging_changes(*registry, gate.eval.workspace.registry, prompt.id);
    if (!alike) {
      notes.emplace_back(
          "promptctl.yaml names other models, servers or prices: both contents are judged by the new ones");
    }
    questions.push_back({{prompt.id}, prompt.is_new ? std::nullopt : std::optional(before), std::move(notes)});
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
    wanted.contents.push_back(question.after);
    if (question.before) {
      wanted.contents.push_back(*question.before);
    }
  }
  return run_missing(gate.eval, wanted);
}

void add_removed(GateSession& gate, std::vector<ChangeReport>& reports) {
  const std::string base = merge_base(gate.eval.workspace.root, gate.options.changed_since, "HEAD");
  const auto registry = commit_registry(base, gate.eval.workspace);
  for (const std::string& id : removed_prompts(*registry, gate.eval.workspace.registry)) {
    ChangeReport report;
    report.before = address_text({id, Address::Kind::revision, base.substr(0, 12)});
    report.after = id;
    report.notes.push_back(fmt::format("{} is gone: nothing is compared with it", id));
    reports.push_back(std::move(report));
  }
}

}  // namespace promptctl::cli
