// How often a gate is wrong: many pairs of runs whose truth is known, decided by the gate itself and by two plain
// rules. Prints two tables. Exit 1: an error happens more often than the gate says.
//
//   gate_simulation [--svg FILE] [--replications COUNT]

#include <fmt/format.h>

#include <charconv>
#include <cstring>
#include <fstream>
#include <iostream>

#include "tests/bench/simulated_decisions.hpp"
#include "tests/bench/simulation_picture.hpp"

using namespace promptctl::bench;  // NOLINT: a program of one file.

namespace {

constexpr std::uint64_t seed = 20'261'121;
constexpr double pictured_correlation = 0.5;

struct Options {
  std::string svg;
  std::size_t replications = 2000;
};

std::vector<Row> simulate_all(std::size_t replications) {
  std::vector<Row> rows;
  const auto add = [&](const std::string& name, const Scenario& scenario) {
    rows.push_back(simulate_row(name, scenario, replications, seed + 1000 * rows.size()));
  };
  for (const std::size_t cases : {30, 100, 300, 1000, 3000}) {
    for (const double correlation : {0.0, 0.3, 0.5, 0.7}) {
      add(fmt::format("{} cases, correlation {}", cases, correlation), {cases, correlation});
    }
  }
  add("100 cases, correlation 0.5, 3 repeats", {100, 0.5, 0, 3});
  add("300 cases, correlation 0.5, in clusters of 5", {300, 0.5, 0, 1, 5});
  add("900 cases, correlation 0.5, 10 rules", {900, 0.5, 0, 1, 1, 9});
  return rows;
}

std::string cell(std::size_t count, const Tally& tally) {
  const Share share = share_of(count, tally);
  return count == 0 ? " 0 |" : fmt::format(" {:.1f} ± {:.1f} |", share.value * 100, share.error * 100);
}

std::string row_without_change(const Row& row) {
  const Tally& same = row.same;
  return "| " + row.name + " |" + cell(same.rejected, same) + cell(same.drawn - same.accepted, same) +
         cell(same.drawn - same.plain_accepted, same) + cell(same.drawn - same.threshold_accepted, same) + "\n";
}

std::string row_of_worse(const Row& row) {
  std::string text = "| " + row.name + " |";
  for (const Tally* tally : {&row.limit, &row.worse}) {
    text +=
        cell(tally->accepted, *tally) + cell(tally->plain_accepted, *tally) + cell(tally->threshold_accepted, *tally);
  }
  return text + cell(row.worse.rejected, row.worse) + "\n";
}

std::string tables(const std::vector<Row>& rows) {
  std::string same =
      "Nothing changed: blocked, in % of decisions.\n\n"
      "| golden set | gate rejects | gate rejects or is inconclusive | live − 5% | at least 80% "
      "|\n|---|---|---|---|---|\n";
  std::string worse =
      "\nThe candidate is worse: accepted, in % of decisions; last, rejected by the gate.\n\n"
      "| golden set | 5 points worse: gate | live − 5% | at least 80% | 10 points worse: gate | live − 5% | at least "
      "80% "
      "| gate rejects |\n|---|---|---|---|---|---|---|---|\n";
  for (const Row& row : rows) {
    same += row_without_change(row);
    worse += row_of_worse(row);
  }
  return same + worse;
}

std::vector<Row> pictured(const std::vector<Row>& rows) {
  std::vector<Row> some;
  for (const Row& row : rows) {
    const Scenario& scenario = row.scenario;
    if (scenario.correlation == pictured_correlation && scenario.repeats == 1 && scenario.cluster_size == 1 &&
        scenario.slices == 0) {
      some.push_back(row);
    }
  }
  return some;
}

Options options_of(int count, char** arguments) {
  Options options;
  for (int at = 1; at + 1 < count; at += 2) {
    const std::string value = arguments[at + 1];
    if (std::strcmp(arguments[at], "--svg") == 0) {
      options.svg = value;
    } else if (std::strcmp(arguments[at], "--replications") == 0) {
      std::from_chars(value.data(), value.data() + value.size(), options.replications);
    }
  }
  return options;
}

}  // namespace

int main(int count, char** arguments) {
  const Options options = options_of(count, arguments);
  const std::vector<Row> rows = simulate_all(options.replications);
  std::cout << tables(rows);
  if (!options.svg.empty()) {
    std::ofstream(options.svg) << picture_of(pictured(rows));
  }
  const LevelCheck levels = check_levels(rows);
  std::cout << "\nNearest to its level, or furthest beyond: " << levels.worst << ".\n";
  for (const std::string& line : levels.exceeded) {
    std::cerr << "beyond its level: " << line << '\n';
  }
  return levels.exceeded.empty() ? 0 : 1;
}
