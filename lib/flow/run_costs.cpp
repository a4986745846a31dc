#include "flow/run_costs.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "compare/case_values.hpp"
#include "model/policy.hpp"
#include "price/money.hpp"
#include "stats/distribution.hpp"
#include "stats/interval.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_costly_calls = 10;

bool is_costlier(const CostlyCall& a, const CostlyCall& b) {
  return a.cost > b.cost;
}

}  // namespace

void RunCosting::add(const CaseResult& result) {
  if (!result.response) {
    costs_.failed += result.request_digest.empty() ? 0 : 1;
    costs_.retries += result.error ? std::max(0, result.error->attempts - 1) : 0;
    return;
  }
  if (!result.request_digest.empty()) {  // Else the case brought its output, and nobody was asked.
    add_call(result, *result.response);
  }
}

void RunCosting::add_call(const CaseResult& result, const Response& response) {
  ++costs_.calls;
  costs_.retries += result.replayed ? 0 : std::max(0, response.attempts - 1);
  if (!result.cost) {
    ++costs_.unpriced;
    ++unknown_[result.target];
    return;
  }
  if (result.position != position_) {
    end_case();
    position_ = result.position;
    const auto next = static_cast<std::uint32_t>(groups_.size() + 1);
    const std::uint32_t group = result.group.empty() ? 0 : groups_.try_emplace(result.group, next).first->second;
    cluster_ = cluster_of(group, case_means_.size());
  }
  case_.cost += *result.cost;
  ++case_.calls;
  (result.replayed ? costs_.replayed : costs_.fresh) += *result.cost;
  for (const std::string& tag : result.tags) {
    Sum& sum = tags_[tag];
    sum.cost += *result.cost;
    ++sum.calls;
    sum.cases += case_.calls == 1 ? 1 : 0;
  }
  add_costly(result, response);
}

void RunCosting::add_costly(const CaseResult& result, const Response& response) {
  const CostlyCall call{result.case_id, result.repeat, *result.cost, response.usage.input, response.usage.output};
  auto& costly = costs_.costly;
  costly.insert(std::upper_bound(costly.begin(), costly.end(), call, is_costlier), call);
  costly.resize(std::min(costly.size(), most_costly_calls));
}

void RunCosting::end_case() {
  if (case_.calls > 0) {
    case_means_.push_back(static_cast<double>(case_.cost.picodollars()) / static_cast<double>(case_.calls));
    clusters_.push_back(cluster_);
    all_.cost += case_.cost;
    all_.calls += case_.calls;
  }
  case_ = {};
}

std::optional<MeanCost> RunCosting::mean() const {
  if (all_.calls == 0) {
    return std::nullopt;
  }
  MeanCost mean{divided(all_.cost, all_.calls), {}, {}, case_means_.size()};
  const std::size_t clusters = cluster_count(clusters_);
  if (clusters > 1) {
    const double t = student_quantile((1 + usual_confidence) / 2, static_cast<double>(clusters - 1));
    const auto margin = Usd::picodollars(std::llround(t * clustered_standard_error(case_means_, clusters_)));
    mean.low = std::max(Usd(), mean.mean + margin.times(-1));
    mean.high = mean.mean + margin;
  }
  return mean;
}

RunCosts RunCosting::finish(std::size_t passed) {
  end_case();
  costs_.known = all_.cost;
  costs_.mean = mean();
  for (const auto& [target, calls] : unknown_) {
    costs_.unknown.push_back({target, calls});
  }
  if (costs_.total() && passed > 0) {
    costs_.per_passed = divided(costs_.known, static_cast<long long>(passed));
  }
  for (const auto& [name, sum] : tags_) {
    costs_.tags.push_back({name, sum.cases, divided(sum.cost, sum.calls)});
  }
  if (costs_.mean && question_.per_day) {
    costs_.projection = projection_of(*costs_.mean, *question_.per_day);
  }
  return std::move(costs_);
}

}  // namespace promptctl
