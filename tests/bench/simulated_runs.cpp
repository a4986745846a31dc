#include "tests/bench/simulated_runs.hpp"

#include <fmt/format.h>

#include <cmath>

namespace promptctl::bench {
namespace {

constexpr double repeat_correlation = 0.5;
constexpr double cluster_correlation = 0.3;

RunSample undrawn_run(const Scenario& scenario) {
  RunSample run;
  run.header.reducer = scenario.repeats > 1 ? Reducer::mean : Reducer::all;
  run.header.repeat = scenario.repeats;
  run.cases.resize(scenario.cases);
  for (std::size_t place = 0; place < scenario.cases; ++place) {
    run.cases[place].id = fmt::format("case-{:06}", place);
    if (scenario.cluster_size > 1) {
      run.cases[place].group = static_cast<std::uint32_t>(1 + place / scenario.cluster_size);
    }
    if (scenario.slices > 0) {
      run.tagged.push_back({static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place % scenario.slices)});
    }
  }
  for (std::size_t slice = 0; slice < scenario.slices; ++slice) {
    run.tags.push_back(fmt::format("slice-{}", slice));
  }
  while (scenario.cluster_size > 1 && run.groups.size() <= run.cases.back().group) {
    run.groups.push_back(fmt::format("cluster-{}", run.groups.size()));
  }
  return run;
}

void set_verdicts(CaseSample& sample, int passed, int repeats) {
  sample.passed = static_cast<std::uint16_t>(passed);
  sample.failed = static_cast<std::uint16_t>(repeats - passed);
  sample.score = static_cast<double>(passed) / repeats;
}

}  // namespace

SimulatedRuns::SimulatedRuns(const Scenario& scenario, std::uint64_t seed)
    : scenario_(scenario), random_(seed), live_(undrawn_run(scenario)), candidate_(undrawn_run(scenario)) {
  const double rate = live_rate + scenario.change;
  const double both =
      live_rate * rate + scenario.correlation * std::sqrt(live_rate * (1 - live_rate) * rate * (1 - rate));
  below_ = {both, live_rate, live_rate + rate - both};
}

SimulatedRuns::Verdicts SimulatedRuns::draw_pair() {
  const double drawn = random_.uniform();
  return {drawn < below_[1], drawn < below_[0] || (drawn >= below_[1] && drawn < below_[2])};
}

SimulatedRuns::Verdicts SimulatedRuns::shared_or_new(const Verdicts& shared, double chance) {
  return random_.uniform() < chance ? shared : draw_pair();
}

void SimulatedRuns::draw_case(std::size_t place, const Verdicts& of_cluster) {
  const bool is_clustered = scenario_.cluster_size > 1;
  const Verdicts of_case = is_clustered ? shared_or_new(of_cluster, std::sqrt(cluster_correlation)) : draw_pair();
  int live = 0;
  int candidate = 0;
  for (int repeat = 0; repeat < scenario_.repeats; ++repeat) {
    const bool is_repeated = scenario_.repeats > 1;
    const Verdicts one = is_repeated ? shared_or_new(of_case, std::sqrt(repeat_correlation)) : of_case;
    live += one.live ? 1 : 0;
    candidate += one.candidate ? 1 : 0;
  }
  set_verdicts(live_.cases[place], live, scenario_.repeats);
  set_verdicts(candidate_.cases[place], candidate, scenario_.repeats);
}

void SimulatedRuns::draw() {
  Verdicts of_cluster;
  for (std::size_t place = 0; place < scenario_.cases; ++place) {
    if (place % scenario_.cluster_size == 0) {
      of_cluster = draw_pair();
    }
    draw_case(place, of_cluster);
  }
}

}  // namespace promptctl::bench
