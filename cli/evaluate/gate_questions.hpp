#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/evaluate/eval_session.hpp"
#include "cli/evaluate/gate_policy_choice.hpp"
#include "cli/evaluate/missing_runs.hpp"
#include "cli/ledger/ledger_session.hpp"
#include "cli/output/change_output.hpp"
#include "prompt/address.hpp"
#include "registry/changed_prompts.hpp"
#include "report/change/change_report.hpp"

namespace promptctl::cli {

// What a user asks a gate.
struct GateOptions {
  std::string address;
  std::string environment;
  std::string against;
  std::string policy;
  std::string changed_since;
  std::vector<std::string> evidence;
  bool evaluate = false;
  EvalOptions eval;
  FormOutput output;
};

// What is asked of the gate: `after` in the place of `before`.
struct Question {
  Address after;
  std::optional<Address> before;        // none: nothing is live
  std::vector<std::string> notes;       // for whoever reads the answer
  std::shared_ptr<Registry> base = {};  // whose suites judge `after` too; null: none do
};

struct GateSession {
  GateSession(Session& run, const GateOptions& given)
      : options(given), session(run), ledger(run), eval(run, given.eval) {}

  const GateOptions& options;
  Session& session;
  LedgerSession ledger;
  EvalSession eval;
};

// By an address, against what is live in an environment or another content.
Question one_question(GateSession& gate);

// What a branch changed since the commit that it started from.
struct ChangedSince {
  std::string base;                    // that commit's id
  std::shared_ptr<Registry> registry;  // as it was there
  PromptChanges prompts;
};

ChangedSince changes_since(GateSession& gate);

// Each prompt that changed, as the working tree has it, against what it was.
std::vector<Question> changed_questions(const ChangedSince& changes, GateSession& gate);

// Makes the runs of both sides that a decision by this policy would lack.
RunsEnd make_runs(const std::vector<Question>& questions, const ChosenPolicy& policy, GateSession& gate);

// Prompts that a branch takes away are told of; one that is live, or that a new prompt may be under another name, is
// decided on.
void add_gone(const ChangedSince& changes, const ChosenPolicy& policy, GateSession& gate,
              std::vector<ChangeReport>& reports);

}  // namespace promptctl::cli
