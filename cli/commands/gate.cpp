// `promptctl gate`: whether a content may take the place of another, moving nothing.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>

#include "analysis/run_changes.hpp"
#include "cli/commands.hpp"
#include "cli/evaluate/gate_questions.hpp"
#include "cli/ledger/contents.hpp"
#include "cli/ledger/evidence_files.hpp"
#include "compare/compare.hpp"
#include "eval/rejudging.hpp"
#include "ledger/version_address.hpp"
#include "release/base_judging.hpp"
#include "release/environment_gate.hpp"
#include "release/gating.hpp"

namespace promptctl::cli {
namespace {

// None after a fault in the file, which is printed.
std::optional<ChosenPolicy> choose_policy(GateSession& gate) {
  const GateOptions& options = gate.options;
  if (!options.policy.empty()) {
    return file_policy(options.policy, gate.ledger, options.eval.trust);
  }
  if (!options.changed_since.empty()) {
    return revision_policy(options.changed_since, options.environment, gate.ledger);
  }
  if (!options.environment.empty()) {
    return environment_policy(gate.ledger, options.environment);
  }
  return usual_policy(gate.ledger);
}

// Adds what the ledger has of a version; of other contents it has nothing.
void add_from_ledger(EvidencePool& pool, const Address& address, GateSession& gate) {
  if (address.is_registered()) {
    const LedgerState state = gate.ledger.state();
    add_recorded(pool, resolve(address, state).evidence, state);
  }
}

// The evidence that what is live went live with; none where the question is not about an environment.
std::optional<EvidencePool> evidence_of_going_live(const Question& question, GateSession& gate) {
  if (!question.before || gate.options.environment.empty() || !gate.options.changed_since.empty()) {
    return std::nullopt;
  }
  EvidencePool pool;
  const LedgerState state = gate.ledger.state();
  const auto live = state.deployment(gate.options.environment, question.before->prompt);
  add_recorded(pool, live ? live->evidence : std::vector<std::string>(), state);
  return pool;
}

SuiteOptions suite_options(const Address& address, GateSession& gate) {
  SuiteOptions options;
  options.now = gate.session.clock.now();
  take_prompt_from(address, gate.eval.workspace, options);
  return options;
}

SuiteChange suite_change(const RunSample& before, const RunSample& after, GateSession& gate) {
  SuiteChange change;
  change.comparison = compare(before, after);
  if (has_runs(gate.eval.workspace.root)) {
    change.replies = reply_changes(gate.eval.store, change.comparison, most_cases(gate.options.output, change_forms()));
  }
  return change;
}

// The sample of what is live that a candidate's evidence compares with; null when there is none.
const RunSample* comparable_with(const EvidenceStatement& candidate, const Gating& gating) {
  const auto found = std::find_if(gating.live_evidence.begin(), gating.live_evidence.end(),
                                  [&candidate](const EvidenceStatement& live) {
                                    return are_comparable(live.sample.header, candidate.sample.header);
                                  });
  return found == gating.live_evidence.end() ? nullptr : &found->sample;
}

void add_comparisons(const Gating& gating, GateSession& gate, ChangeReport& report) {
  for (const EvidenceStatement& candidate : gating.candidate_evidence) {
    if (const RunSample* live = comparable_with(candidate, gating)) {
      report.suites.push_back(suite_change(*live, candidate.sample, gate));
    }
  }
}

// What the suites say that a branch started from, where the question is of a branch.
void hold_to_base(const Question& question, const PromptBundle& after, const GatePolicy& policy, GateSession& gate,
                  Gating& gating) {
  if (!question.base || !question.before) {
    return;
  }
  if (const auto project = question.base->sound_project()) {
    promptctl::hold_to_base({*question.base, *project, question.before->prompt, after, gate.eval.project.default_target,
                             gate.session.clock.now(), gate.eval.store},
                            policy, gating);
  }
}

// None after a fault in a content, which is printed.
std::optional<ChangeReport> answer(const Question& question, const ChosenPolicy& chosen, EvidencePool pool,
                                   GateSession& gate) {
  const auto after = read_content(question.after, gate.eval.workspace, gate.session.err);
  const auto before =
      question.before ? read_content(*question.before, gate.eval.workspace, gate.session.err) : std::nullopt;
  if (!after || before.has_value() != question.before.has_value()) {
    return std::nullopt;
  }
  ChangeReport report;
  report.after = address_text(question.after);
  report.notes = gate.eval.trust_notes;
  report.notes.insert(report.notes.end(), question.notes.begin(), question.notes.end());
  GateRequest request;
  request.policy = &chosen.policy;
  request.name = chosen.name;
  request.policy_digest = chosen.digest;
  request.signers = chosen.signers;
  request.now = gate.session.clock.now();
  request.for_the_record = question.after.is_registered();
  request.candidate = {report.after, after->digest, "", completion(after)};
  add_from_ledger(pool, question.after, gate);
  const bool is_live_itself = before && before->digest == after->digest;
  const auto went_live_with = is_live_itself ? evidence_of_going_live(question, gate) : std::nullopt;
  request.went_live_with = went_live_with ? &*went_live_with : nullptr;
  if (question.before) {
    report.before = address_text(*question.before);
    report.content = compare_contents(*question.before, *before, question.after, *after);
    request.live = GatedContent{report.before, before->digest, own_model(*question.before, gate.eval.workspace),
                                completion(before)};
    add_from_ledger(pool, *question.before, gate);
  }
  Diagnostics diagnostics;
  request.suites = judged_suites(gate.eval.workspace.registry, gate.eval.project, question.after.prompt,
                                 suite_options(question.after, gate), diagnostics);
  if (diagnostics.has_errors()) {
    print(diagnostics, gate.session.err);
    return std::nullopt;
  }
  if (request.suites.empty()) {
    report.notes.push_back(fmt::format("no suite judges {}: nothing can speak for it", question.after.prompt));
  }
  Gating gating = decide_gate(request, pool);
  if (before && before->digest != after->digest) {  // A suite's change alone is for its reviewers.
    hold_to_base(question, *after, chosen.policy, gate, gating);
  }
  report.gate = gating.report;
  add_comparisons(gating, gate, report);
  return report;
}

ExitCode exit_code(const std::vector<ChangeReport>& reports) {
  const auto any = [&reports](GateOutcome outcome) {
    return std::any_of(reports.begin(), reports.end(), [outcome](const ChangeReport& report) {
      return report.gate && report.gate->outcome == outcome;
    });
  };
  return any(GateOutcome::rejected)       ? ExitCode::rejected
         : any(GateOutcome::inconclusive) ? ExitCode::inconclusive
                                          : ExitCode::accepted;
}

void check_usage(const GateOptions& options, const Session& session) {
  check_form_output(options.output, change_forms(), session);
  const bool one = !options.address.empty();
  if (one == !options.changed_since.empty()) {
    throw Failure("usage", "name one content, or --changed-since a revision",
                  "promptctl gate support/triage --env production");
  }
  if (one && options.environment.empty() == options.against.empty()) {
    throw Failure("usage", "say what it shall take the place of", "--env ENV or --against ADDRESS");
  }
  if (!one && !options.against.empty()) {
    throw Failure("usage", "--changed-since compares with the revision", "leave out --against");
  }
}

ExitCode execute(const GateOptions& options, Session& session) {
  check_usage(options, session);
  GateSession gate(session, options);
  const auto policy = choose_policy(gate);
  if (!policy) {
    return ExitCode::could_not_tell;
  }
  const auto changes = options.changed_since.empty() ? std::nullopt : std::optional(changes_since(gate));
  const std::vector<Question> questions =
      changes ? changed_questions(*changes, gate) : std::vector<Question>{one_question(gate)};
  if (options.evaluate || changes) {
    const RunsEnd end = questions.empty() ? RunsEnd::complete : make_runs(questions, *policy, gate);
    if (end != RunsEnd::complete) {
      return end == RunsEnd::faulty ? ExitCode::could_not_tell : ExitCode::interrupted;
    }
  }
  const EvidencePool pool = evidence_at_hand(options.evidence, gate.eval.workspace, gate.eval.store, session);
  std::vector<ChangeReport> reports;
  for (const Question& question : questions) {
    auto report = answer(question, *policy, pool, gate);
    if (!report) {
      return ExitCode::could_not_tell;
    }
    reports.push_back(std::move(*report));
  }
  if (changes) {
    add_gone(*changes, *policy, gate, reports);
  }
  write_changes(reports, options.output, session);
  if (reports.empty() && !session.quiet) {
    session.err << fmt::format("no prompt, suite or case has changed since {}\n", options.changed_since);
  }
  return exit_code(reports);
}

Action declare(Options& options) {
  const auto target = std::make_shared<GateOptions>();
  options.argument("address", target->address, "NAME, NAME@12, NAME@git:REV: the content to decide on", false);
  options.text("--env", "ENV", target->environment, "By the gate of this environment, against what is live there");
  options.text("--against", "ADDRESS", target->against, "Against this content");
  options.text("--policy", "FILE", target->policy, "By the rules in this YAML file: the map `gate` of an environment");
  options.text("--changed-since", "REV", target->changed_since,
               "Each prompt that changed since REV, or whose suite or cases did, against REV; makes the runs it lacks");
  options.texts("--evidence", "FILE", target->evidence, "Evidence, besides runs here and the ledger: .intoto.jsonl");
  options.flag("--eval", target->evaluate, "Make the runs that are missing first");
  options.flag("--offline", target->eval.offline, "Runs that are made open no socket: cassette or cache answer");
  options.flag("--no-cache", target->eval.no_cache, "Runs that are made neither read nor keep replies in the cache");
  options.number("-j,--jobs", target->eval.jobs, {1, 4096}, "Runs that are made keep N calls to a provider in flight");
  declare_trust_options(options, target->eval.trust);
  declare_form_output(options, target->output, change_forms());
  options.example("promptctl gate support/triage@latest --env production");
  options.example("promptctl gate --changed-since origin/main --offline --format github");
  return [target](Session& session) {
    target->eval.may_send = target->evaluate || !target->changed_since.empty();
    return execute(*target, session);
  };
}

}  // namespace

const Command gate_command{"gate", "Decide whether a content is good enough, moving nothing", declare};

}  // namespace promptctl::cli
