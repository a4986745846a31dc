#pragma once

#include <array>
#include <cstdint>

#include "base/random.hpp"
#include "run/run_sample.hpp"

namespace promptctl::bench {

constexpr double live_rate = 0.85;

// How two versions and their golden set are in truth.
struct Scenario {
  std::size_t cases = 100;
  double correlation = 0;  // phi of the two verdicts of a case
  double change = 0;       // of the true pass rate, candidate − live
  int repeats = 1;         // of more, two of one case and version correlate by 0.5, and the share that passed counts
  std::size_t cluster_size = 1;  // of more, two cases of a cluster correlate by 0.3
  std::size_t slices = 0;        // tags "slice-0", …, of which each case has one
};

// A live and a candidate run that know nothing of what is true but their verdicts.
//
// The pair of verdicts of a case is one draw from the two-by-two table that has exactly the two pass rates and the
// correlation. Relatedness is a mixture: a case takes its cluster's draw, or a repeat its case's, with a chance of the
// root of the correlation that two of them shall have, and else a draw of its own.
class SimulatedRuns {
 public:
  SimulatedRuns(const Scenario& scenario, std::uint64_t seed);

  // Throws all verdicts anew.
  void draw();

  const RunSample& live() const { return live_; }
  const RunSample& candidate() const { return candidate_; }

 private:
  struct Verdicts {
    bool live = false;
    bool candidate = false;
  };

  Verdicts draw_pair();
  Verdicts shared_or_new(const Verdicts& shared, double chance);
  void draw_case(std::size_t place, const Verdicts& of_cluster);

  Scenario scenario_;
  Random random_;
  std::array<double, 3> below_;  // cumulated chances: both pass, only live, only the candidate
  RunSample live_;
  RunSample candidate_;
};

}  // namespace promptctl::bench
