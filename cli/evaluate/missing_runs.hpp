#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "cli/evaluate/eval_session.hpp"
#include "prompt/address.hpp"

namespace promptctl::cli {

// A content, and the prompt whose suites judge it: its own, or what took its place under another name.
struct JudgedContent {
  explicit JudgedContent(const Address& address) : content(address), prompt(address.prompt) {}
  JudgedContent(const Address& address, std::string judged_as) : content(address), prompt(std::move(judged_as)) {}

  Address content;
  std::string prompt;
};

// What to run where no complete run of it is recorded.
struct WantedRuns {
  std::vector<JudgedContent> contents;
  std::vector<std::string> suites;                       // only these; empty: every suite that judges the prompt
  std::function<bool(const RunHeader&)> is_usable = {};  // whether a recorded run will do; not set: any
};

// A suite, on one model, and the newest complete run of just this prompt, suite and dataset.
struct SuiteRun {
  PreparedSuite suite;
  RunHeader header;
};

enum class RunsEnd { complete, faulty, interrupted };

// Runs every suite of the working tree that judges the contents, on each of its models. A run of just this prompt,
// suite and dataset that is complete is not made again. Faults are printed.
RunsEnd run_missing(EvalSession& eval, const WantedRuns& wanted);

// The runs of what is wanted, after `run_missing` has made those that lacked.
std::vector<SuiteRun> find_runs(EvalSession& eval, const WantedRuns& wanted);

}  // namespace promptctl::cli
