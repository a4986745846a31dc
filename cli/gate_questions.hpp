#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/change_output.hpp"
#include "cli/eval_session.hpp"
#include "cli/gate_policy_choice.hpp"
#include "cli/ledger_session.hpp"
#include "cli/missing_runs.hpp"
#include "model/address.hpp"
#include "report/change_report.hpp"

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
  std::optional<Address> before;   // none: nothing is live
  std::vector<std::string> notes;  // for whoever reads the answer
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

// Each prompt that a branch changed, as the working tree has it, against the commit that the branch started from.
std::vector<Question> changed_questions(GateSession& gate);

// Makes the runs of both sides that a decision by this policy would lack.
RunsEnd make_runs(const std::vector<Question>& questions, const ChosenPolicy& policy, GateSession& gate);

// Prompts that a branch takes away are decided on by nobody, and told of.
void add_removed(GateSession& gate, std::vector<ChangeReport>& reports);

}  // namespace promptctl::cli
