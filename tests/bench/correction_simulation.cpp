// How often the interval of a corrected rate holds the rate that people would give, and how wide it is beside that of
// the labels alone: by number of labels, quality of the judge and rate. The table of docs/judges.md.

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <vector>

#include "base/random.hpp"
#include "stats/prediction_powered.hpp"

using namespace promptctl;  // NOLINT: a program of one page.

namespace {

constexpr std::size_t replies = 1000;
constexpr std::size_t runs = 2000;

struct World {
  double rate;      // of replies that people pass
  double accuracy;  // sensitivity and specificity of the judge
};

struct Seen {
  double coverage = 0;
  double width = 0;
  double width_alone = 0;
};

LabelledCase draw(const World& world, Random& random) {
  const bool passes = random.uniform() < world.rate;
  const bool is_right = random.uniform() < world.accuracy;
  return {passes ? 1.0 : 0.0, passes == is_right ? 1.0 : 0.0};
}

Seen simulate(const World& world, std::size_t labels, std::uint64_t seed) {
  Random random(seed);
  Seen seen;
  for (std::size_t run = 0; run < runs; ++run) {
    std::vector<LabelledCase> labelled;
    std::vector<PredictedCase> unlabelled;
    std::vector<double> alone;
    for (std::size_t reply = 0; reply < replies; ++reply) {
      const LabelledCase one = draw(world, random);
      if (reply < labels) {
        labelled.push_back(one);
        alone.push_back(one.label);
      } else {
        unlabelled.push_back({one.prediction});
      }
    }
    const CorrectedShare share = corrected_share(labelled, unlabelled);
    const Bounds of_labels = mean_interval(alone, 0, 1);
    seen.coverage += share.bounds.low <= world.rate && world.rate <= share.bounds.high ? 1 : 0;
    seen.width += share.bounds.high - share.bounds.low;
    seen.width_alone += of_labels.high - of_labels.low;
  }
  return {seen.coverage / runs, seen.width / runs, seen.width_alone / runs};
}

}  // namespace

int main() {
  constexpr std::array<std::size_t, 6> labels{20, 30, 50, 100, 200, 300};
  constexpr std::array accuracies{0.6, 0.8, 0.9, 0.99};
  constexpr std::array rates{0.5, 0.8, 0.95};
  fmt::print("| labels | rate |");
  for (const double accuracy : accuracies) {
    fmt::print(" judge {:.2f} |", accuracy);
  }
  fmt::print("\n|---|---|---|---|---|---|\n");
  std::uint64_t seed = 1;
  for (const std::size_t count : labels) {
    for (const double rate : rates) {
      fmt::print("| {} | {:.0f}% |", count, rate * 100);
      for (const double accuracy : accuracies) {
        const Seen seen = simulate({rate, accuracy}, count, seed++);
        fmt::print(" {:.1f}%, {:.2f} of {:.2f} |", seen.coverage * 100, seen.width, seen.width_alone);
      }
      fmt::print("\n");
    }
  }
}
