#pragma once

#include <string>
#include <vector>

#include "tests/bench/simulated_runs.hpp"

namespace promptctl::bench {

constexpr double margin = 0.05;
constexpr double level = 0.025;  // the share of wrong acceptances that a confidence of 95 % allows

// What was decided on many pairs of runs of one scenario.
struct Tally {
  std::size_t drawn = 0;
  std::size_t accepted = 0, rejected = 0;  // by the gate; the rest is inconclusive
  std::size_t plain_accepted = 0;          // candidate's rate ≥ live rate − margin, as measured
  std::size_t threshold_accepted = 0;      // candidate's rate ≥ the true live rate − margin, a number in a file
};

// Each of the rules holds for every figure: the pass rate, and that of each slice.
Tally simulate(const Scenario& scenario, std::size_t replications, std::uint64_t seed);

// One golden set under three truths.
struct Row {
  std::string name;
  Scenario scenario;
  Tally same;   // no change
  Tally limit;  // worse by just the margin: an acceptance or a rejection is an error
  Tally worse;  // by twice the margin
};

Row simulate_row(std::string name, const Scenario& scenario, std::size_t replications, std::uint64_t seed);

struct Share {
  double value = 0;
  double error = 0;  // Monte-Carlo standard error
};

Share share_of(std::size_t count, const Tally& tally);

// What is beyond its nominal level by more than three Monte-Carlo standard errors, one line each; and of what is
// checked, the worst.
struct LevelCheck {
  std::vector<std::string> exceeded;
  std::string worst;
  double worst_errors = -1e9;  // above the level, in Monte-Carlo standard errors
};

LevelCheck check_levels(const std::vector<Row>& rows);

}  // namespace promptctl::bench
