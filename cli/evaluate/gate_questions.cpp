#include "cli/evaluate/gate_questions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "cli/ledger/prompt_source.hpp"
#include "release/gating.hpp"
#include "release/judging_changes.hpp"
#include "world/git/git_history.hpp"
#include "world/git/git_renames.hpp"

namespace promptctl::cli {
namespace {

// What the ledger says. That none is known here does not say that there is none.
LedgerState known_ledger_state(GateSession& gate) {
  GitLedger& ledger = gate.ledger.ledger;
  if (!ledger.tip() && !ledger.remote().empty()) {
    refresh(ledger, gate.ledger.trust());
  }
  return gate.ledger.state();
}

// What is live in an environment.
std::optional<Address> live_in(GateSession& gate, const std::string& environment, const std::string& prompt) {
  const auto live = known_ledger_state(gate).deployment(environment, prompt);
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

struct GoneDecision {
  GateOutcome outcome;
  std::string why;
};

// What is live can't be gone, and of what might stand under another name nobody can tell; else a prompt may go.
GoneDecision decide_gone(const std::string& id, const ChangedSince& changes, GateSession& gate) {
  const std::vector<std::string> live = known_ledger_state(gate).environments_with(id);
  if (!live.empty()) {
    return {GateOutcome::rejected, fmt::format("{} is gone, and live in {}: its file must stay", id, join(live, ", "))};
  }
  const auto newcomer = std::find_if(changes.prompts.changed.begin(), changes.prompts.changed.end(),
                                     [](const ChangedPrompt& prompt) { return prompt.was.empty(); });
  if (newcomer != changes.prompts.changed.end()) {
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
  if (gate.eval.workspace.registry.is_empty() && changes.registry->is_empty()) {
    throw Failure("no-registry", "there is no registry here: no promptctl.yaml, no prompts, no suites",
                  "name the registry's folder: -C DIR");
  }
  changes.prompts = changed_prompts(*changes.registry, gate.eval.workspace.registry, [&] {
    try {
      return renamed_files(root, changes.base);
    } catch (const Failure&) {  // A partial clone lacks the contents: git can't tell, and the decision says so.
      return std::map<std::string, std::string>();
    }
  });
  return changes;
}

std::vector<Question> changed_questions(const ChangedSince& changes, GateSession& gate) {
  const auto& registry = changes.registry;
  gate.eval.replies_of.push_back(registry);
  std::vector<Question> questions;
  const auto project_before = registry->sound_project();
  const bool alike = project_before && asks_alike(*project_before, gate.eval.project);
  for (const ChangedPrompt& prompt : changes.prompts.changed) {
    const Address before{prompt.was, Address::Kind::revision, changes.base.substr(0, 12)};
    std::vector<std::string> notes = judging_changes(*registry, gate.eval.workspace.registry, prompt);
    if (!alike) {
      notes.emplace_back(
          "promptctl.yaml names another default model, other servers or prices: servers and prices are the new ones "
          "for both contents, and each runs on its own default");
    }
    const bool is_known = !prompt.was.empty();
    questions.push_back({{prompt.id},
                         is_known ? std::optional(before) : std::nullopt,
                         std::move(notes),
                         is_known ? registry : nullptr});
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
  for (const std::string& id : changes.prompts.gone) {
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
