#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "compare/figures.hpp"
#include "gate/policy.hpp"
#include "run/run_sample.hpp"

namespace promptctl {

// What a rule is held against: the candidate's run, and a comparable run of what is live.
struct GateSubject {
  const RunSample* candidate = nullptr;
  const RunSample* live = nullptr;  // null: none is known
  bool is_live = false;             // something is live: a rule that compares needs `live`
  CaseJoin join;                    // of the two
};

// What a rule measures, in the unit of its limit.
struct Measure {
  enum class Unit { share, points, ratio, milliseconds, dollars, cases };

  std::optional<double> value;  // none: it can't be measured, and `missing` says why
  std::string missing;
  bool holds_without_live = false;  // it compares, and nothing is live yet
  std::string detail = {};          // what a reader should know of the value besides
  std::size_t count = 0;            // cases, or calls, that it is measured on
  Unit unit = Unit::share;
  bool must_be_above = true;  // the limit; else below
  double limit = 0;

  // The interval at a confidence; empty where the value is a fact of the run and no estimate.
  std::function<Interval(double confidence)> interval;
};

// Throws nothing: what is not in the run is `missing`. The measure must not outlive the subject.
Measure measure(const GateRule& rule, const GatePolicy& policy, const GateSubject& subject);

// "92.5% (80.1% to 97.4%)", "-1.2 points (-3.4 to +1.0)", "x1.08 (0.97 to 1.21)".
std::string measure_text(Measure::Unit unit, const Interval& figure, bool has_interval);

}  // namespace promptctl
