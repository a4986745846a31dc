#pragma once

#include <string>
#include <vector>

#include "eval/prepared_suite.hpp"
#include "price/target_price.hpp"

namespace promptctl {

// What a user chose to evaluate. Nothing named: every suite.
struct EvalChoice {
  std::vector<std::string> prompts;  // addresses
  std::vector<std::string> suites;
  SuiteOptions options;
};

// Every suite that the choice means, read and checked. Faults of any of them go to `diagnostics`. Throws `Failure` for
// a prompt or suite that does not exist, and when nothing is chosen (`nothing-selected`).
std::vector<PreparedSuite> prepare_suites(Registry& registry, const Project& project, const EvalChoice& choice,
                                          Diagnostics& diagnostics);

// Takes out the suites without a chosen case and returns their ids. Throws `Failure` (`nothing-selected`) when that
// leaves none: nothing passes by being empty.
std::vector<std::string> leave_out_empty(std::vector<PreparedSuite>& suites);

// The same suites, each with one target: a run is of one model, so that its figures are.
std::vector<PreparedSuite> one_target_each(const std::vector<PreparedSuite>& suites);

// What running a suite may take.
struct Estimate {
  const PreparedSuite* suite = nullptr;
  long long cases = 0;
  long long calls = 0;         // less cases that bring their output
  long long judge_calls = 0;   // that judging the replies takes at least
  long long input_tokens = 0;  // about: one for four bytes, judges' included
  std::optional<Usd>
      most;  // input as estimated, output at its limit, no attempt lost; none where price or limit is unknown
};

Estimate estimate(const Registry& registry, const TargetPrices& prices, const PreparedSuite& suite);

// Some lines for people.
std::string describe(const Estimate& estimate);

}  // namespace promptctl
