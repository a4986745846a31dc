#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "run/run_record.hpp"

namespace promptctl {

// One figure of two runs on the cases they have in common.
struct FigureChange {
  std::string figure;        // "pass_rate", "score" or the name of a metric
  std::string tag;           // of the slice; empty: all cases
  std::size_t count = 0;     // cases with a value in both
  std::size_t clusters = 0;  // among them; equal to `count` when no case has a group
  double before = 0;
  double after = 0;
  Interval difference;                // after − before, with its interval
  std::string method;                 // of the interval: "Tango", "cluster Tango", "t", "cluster t"
  double p = 1;                       // two-sided, of no difference
  double adjusted_p = 1;              // the same by Holm over all figures of the comparison
  std::string test;                   // "exact McNemar", "sign flips", "paired t", "cluster t"
  std::optional<double> mid_p;        // of McNemar's test
  std::optional<Interval> bootstrap;  // of a mean's difference; none for a rate, and above 10,000 cases
  double effect = 0;                  // Cohen's h of two rates, Cohen's d_z of paired scores
  double detectable = 0;              // smallest true difference that so many cases show with 80 % power
};

// A positive figure that is compared by ratio: latency, time to first token, cost.
struct RatioChange {
  std::string figure;  // "latency", "first token", "cost"
  std::optional<Quantiles> before;
  std::optional<Quantiles> after;
  std::optional<Interval> median;  // after ÷ before
  std::optional<Interval> p95;
  std::optional<Interval> mean;
  std::size_t excluded_before = 0;  // replayed, failed or unpriced calls
  std::size_t excluded_after = 0;
  std::size_t timeouts = 0;  // in both runs; with any, times are not compared: the slowest are not known
};

// What became of one case.
struct CaseChange {
  enum class Kind { lost, worse, better, gained };  // lost: from pass to fail; worse and better: by score alone

  Kind kind = Kind::lost;
  std::string id;
  bool critical = false;
  bool quarantined = false;
  double score_before = 0;
  double score_after = 0;
};

struct CaseCounts {
  std::size_t lost = 0, worse = 0, unchanged = 0, better = 0, gained = 0;
  std::size_t undecided = 0;    // without a verdict in one of the runs
  std::size_t quarantined = 0;  // in none of the others
  std::size_t only_before = 0, only_after = 0;
};

// A condition in which two runs differ.
struct Drift {
  std::string what;  // "dataset", "suite", "model", "selection", "reducer"
  std::string before;
  std::string after;
  bool of_content = false;  // each content names its own: this is part of what is compared, and no obstacle to it
};

struct Comparison {
  RunHeader before;
  RunHeader after;
  double confidence = 0.95;
  std::vector<Drift> drift;
  CaseCounts counts;
  std::size_t joined = 0;  // cases in both runs, less the quarantined ones
  std::vector<CaseChange>
      changes;  // all but the unchanged: lost first, critical ones before others, largest fall first
  std::vector<FigureChange> figures;      // pass rate, score, metrics by name; then slices by tag
  std::vector<RatioChange> ratios;        // latency, first token, cost
  std::optional<Interval> worst_case;     // of the pass rate's difference, were every undecided case to go one way
  std::vector<std::string> flaky_before;  // ids of cases whose repeats differ in their verdict
  std::vector<std::string> flaky_after;
};

}  // namespace promptctl
