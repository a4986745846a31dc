#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "compare/figures.hpp"

namespace promptctl {

struct PlanWish {
  FigureName figure;
  double difference = 0;  // to be seen, above 0: 0.03 for three points
  double confidence = 0.95;
  double power = 0.8;
  int concurrency = 1;  // calls in flight
};

// What one choice of repeats takes. Calls, cost and time are of both versions together.
struct PlanRow {
  int repeats = 1;
  std::size_t cases = 0;
  std::size_t calls = 0;
  std::optional<double> dollars;  // none: no cost is known of the pilot
  std::optional<double> seconds;  // none: no fresh call was measured in it
};

// Where the spread of the differences comes from.
enum class PilotKind {
  pair,       // two versions on the same cases: measured
  repeats,    // the repeats of one run: only chance, no real difference between the versions
  unrelated,  // one run without repeats: as if the two versions' verdicts had nothing to do with each other
};

struct PowerPlan {
  PilotKind pilot = PilotKind::unrelated;
  std::size_t pilot_cases = 0;
  double standard_deviation = 0;  // of a case's difference, with the pilot's repeats
  std::vector<PlanRow> rows;      // by repeats; more than one only where the pilot tells what they would save
  std::size_t dataset_cases = 0;  // with the tag, where one is asked for
  double detectable = 0;          // by the dataset's cases and the pilot's repeats
};

// How many cases show a difference, by E. Miller's formula (arXiv 2411.00640, §5) with the spread of the pilot: the
// newest run, and one of another version where there is one (`before`, null when not). None when no case of the pilot
// has the figure.
//
// With `repeats` r the variance of a case's difference is taken as between + 2·within/r, where `within` is the mean
// variance of the repeats of a case of the newest run.
std::optional<PowerPlan> plan_power(const RunSample* before, const RunSample& newest, const PlanWish& wish);

}  // namespace promptctl
