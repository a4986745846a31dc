// Time and memory of a comparison and of a gate on two runs of a million cases, of which one in ten differs. One line.
//
//   compare_bench [plain|rich]      plain: one tag and no metric; rich: five tags, three metrics and scores
//
// Exit 1: the plain comparison takes more than 2 s, or its process more than 300 MB.

#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <iostream>
#include <string_view>

#include "base/random.hpp"
#include "compare/compare.hpp"
#include "gate/judgement.hpp"

using namespace promptctl;  // NOLINT: a program of one file.

namespace {

constexpr std::size_t case_count = 1'000'000;
constexpr double most_seconds = 2;
constexpr double most_megabytes = 300;

struct Shape {
  std::size_t tags = 1;
  std::size_t metrics = 0;
};

CaseSample random_case(std::size_t place, bool passed, Random& random) {
  CaseSample sample;
  sample.id = fmt::format("case-{:07}", place);
  sample.picodollars = 37'500'000;
  sample.priced = 1;
  sample.passed = passed ? 1 : 0;
  sample.failed = passed ? 0 : 1;
  sample.score = passed ? 1 : std::floor(random.uniform() * 8) / 8;
  sample.critical = place % 1000 == 0;
  return sample;
}

void measure_case(RunSample& run, const Shape& shape, Random& random) {
  const auto place = static_cast<std::uint32_t>(run.cases.size() - 1);
  if (shape.tags > 0) {
    run.tagged.push_back({place, static_cast<std::uint32_t>(place % shape.tags)});
  }
  for (std::uint32_t metric = 0; metric < shape.metrics; ++metric) {
    run.measured.push_back({place, metric, std::floor(random.uniform() * 5) / 4});
  }
  run.calls.push_back({place, static_cast<float>(200 - 300 * std::log1p(-random.uniform())), -1});
}

// Verdicts come from `verdicts`, which both runs have alike; one case in twenty goes against it in each run.
RunSample random_run(const Shape& shape, std::uint64_t seed) {
  Random verdicts(1);
  Random random(seed);
  RunSample run;
  for (std::size_t tag = 0; tag < shape.tags; ++tag) {
    run.tags.push_back(fmt::format("tag-{}", tag));
  }
  for (std::size_t metric = 0; metric < shape.metrics; ++metric) {
    run.metrics.push_back(fmt::format("metric-{}", metric));
  }
  run.cases.reserve(case_count);
  run.calls.reserve(case_count);
  run.tagged.reserve(case_count * (shape.tags > 0 ? 1 : 0));
  run.measured.reserve(case_count * shape.metrics);
  for (std::size_t place = 0; place < case_count; ++place) {
    const bool usually = verdicts.uniform() < 0.85;
    run.cases.push_back(random_case(place, usually != (random.uniform() < 0.0528), random));
    measure_case(run, shape, random);
  }
  return run;
}

GatePolicy policy() {
  using Bound = GateRule::Bound;
  GatePolicy policy;
  policy.confidence = 0.95;
  policy.rules = {{"pass_rate", "", Bound::not_worse_by, 0.01, "1%", {}},
                  {"pass_rate", "", Bound::at_least, 0.75, "75%", {}},
                  {"score", "", Bound::not_worse_by, 0.01, "1%", {}},
                  {"critical", "", Bound::flips, 100, "100", {}},
                  {"latency_p95", "", Bound::not_worse_by, 0.1, "10%", {}}};
  return policy;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

int main(int count, char** arguments) {
  const bool is_rich = count > 1 && std::string_view(arguments[1]) == "rich";
  const Shape shape = is_rich ? Shape{5, 3} : Shape{};
  const RunSample before = random_run(shape, 2);
  const RunSample after = random_run(shape, 3);
  const double of_runs = peak_megabytes();

  auto start = std::chrono::steady_clock::now();
  const std::size_t changes = compare(before, after).changes.size();
  const double compare_seconds = seconds_since(start);
  const double compare_peak = peak_megabytes();

  start = std::chrono::steady_clock::now();
  GateEvidence evidence;
  evidence.candidate = &after;
  evidence.live = &before;
  const GateReport report = judge(policy(), {evidence}, true);
  const double judge_seconds = seconds_since(start);

  std::cout << fmt::format(
      "shape={} cases={} changes={} runs_mb={:.0f} compare_s={:.2f} compare_peak_mb={:.0f} judge_s={:.2f} "
      "peak_mb={:.0f} "
      "outcome={}\n",
      is_rich ? "rich" : "plain", case_count, changes, of_runs, compare_seconds, compare_peak, judge_seconds,
      peak_megabytes(), gate_outcome_name(report.outcome));
  return !is_rich && (compare_seconds > most_seconds || peak_megabytes() > most_megabytes) ? 1 : 0;
}
