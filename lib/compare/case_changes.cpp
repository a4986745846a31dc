#include "compare/case_changes.hpp"

#include <algorithm>
#include <tuple>

namespace promptctl {
namespace {

using Kind = CaseChange::Kind;

// What is smaller is the noise of floating point.
constexpr double least_change = 1e-9;

// None: nothing changed, or there is no verdict in one of the runs.
std::optional<Kind> kind_of(const std::optional<double>& was, const std::optional<double>& is, double rise) {
  if (!was || !is) {
    return std::nullopt;
  }
  if (is_pass(*was) != is_pass(*is)) {
    return is_pass(*is) ? Kind::gained : Kind::lost;
  }
  if (rise > -least_change && rise < least_change) {
    return std::nullopt;
  }
  return rise < 0 ? Kind::worse : Kind::better;
}

void count(const CaseChange& change, CaseCounts& counts) {
  switch (change.kind) {
    case Kind::lost:
      ++counts.lost;
      break;
    case Kind::worse:
      ++counts.worse;
      break;
    case Kind::better:
      ++counts.better;
      break;
    case Kind::gained:
      ++counts.gained;
      break;
  }
}

// Largest fall first.
bool comes_before(const CaseChange& a, const CaseChange& b) {
  const auto rank = [](const CaseChange& change) {
    return std::make_tuple(change.quarantined, change.kind, !change.critical, change.score_after - change.score_before);
  };
  return std::pair(rank(a), a.id) < std::pair(rank(b), b.id);
}

// The sums of the differences, were every undecided case to go against, or with, the run after.
struct Extremes {
  double low = 0;
  double high = 0;
  double seen = 0;
  std::size_t decided = 0;

  void add(const std::optional<double>& was, const std::optional<double>& is) {
    low += is.value_or(0) - was.value_or(1);
    high += is.value_or(1) - was.value_or(0);
    if (was && is) {
      seen += *is - *was;
      ++decided;
    }
  }
};

}  // namespace

void compare_cases(const RunSample& before, const RunSample& after, const CaseJoin& join, Comparison& comparison) {
  CaseCounts& counts = comparison.counts;
  counts.only_before = join.only_before;
  counts.only_after = join.only_after;
  Extremes extremes;
  for (const auto& [left, right] : join.pairs) {
    const CaseSample& old_case = before.cases[left];
    const CaseSample& new_case = after.cases[right];
    const auto was = reduced(old_case, before.header.reducer);
    const auto is = reduced(new_case, after.header.reducer);
    const bool quarantined = old_case.quarantined || new_case.quarantined;
    const auto kind = kind_of(was, is, new_case.score - old_case.score);
    if (kind) {
      comparison.changes.push_back(
          {*kind, new_case.id, new_case.critical, quarantined, old_case.score, new_case.score});
    }
    if (quarantined) {
      ++counts.quarantined;
      continue;
    }
    ++comparison.joined;
    extremes.add(was, is);
    if (kind) {
      count(comparison.changes.back(), counts);
    } else {
      ++(was && is ? counts.unchanged : counts.undecided);
    }
  }
  std::sort(comparison.changes.begin(), comparison.changes.end(), comes_before);
  if (counts.undecided > 0) {
    const auto joined = static_cast<double>(comparison.joined);
    const double seen = extremes.decided == 0 ? 0 : extremes.seen / static_cast<double>(extremes.decided);
    comparison.worst_case = Interval{seen, extremes.low / joined, extremes.high / joined};
  }
}

}  // namespace promptctl
