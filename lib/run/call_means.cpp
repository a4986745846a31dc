#include "run/call_means.hpp"

#include <algorithm>
#include <cmath>

#include "price/money.hpp"
#include "run/case_values.hpp"
#include "stats/confidence.hpp"
#include "stats/distribution.hpp"
#include "stats/interval.hpp"

namespace promptctl {

void CallMeans::add(long long position, const std::string& group, Usd cost) {
  if (position != position_ || cases_.empty()) {
    position_ = position;
    const auto next = static_cast<std::uint32_t>(groups_.size() + 1);
    const std::uint32_t number = group.empty() ? 0 : groups_.try_emplace(group, next).first->second;
    clusters_.push_back(cluster_of(number, cases_.size()));
    cases_.emplace_back();
  }
  cases_.back().cost += cost;
  ++cases_.back().calls;
  total_ += cost;
  ++calls_;
}

std::optional<MeanCost> CallMeans::mean() const {
  if (calls_ == 0) {
    return std::nullopt;
  }
  MeanCost mean{divided(total_, calls_), {}, {}, cases_.size()};
  const std::size_t clusters = cluster_count(clusters_);
  if (clusters > 1) {
    std::vector<double> values(cases_.size());
    std::transform(cases_.begin(), cases_.end(), values.begin(), [](const CaseSum& sum) {
      return static_cast<double>(sum.cost.picodollars()) / static_cast<double>(sum.calls);
    });
    const double t = student_quantile((1 + usual_confidence) / 2, static_cast<double>(clusters - 1));
    const auto margin = Usd::picodollars(std::llround(t * clustered_standard_error(values, clusters_)));
    mean.low = std::max(Usd(), mean.mean + margin.times(-1));
    mean.high = mean.mean + margin;
  }
  return mean;
}

std::optional<Projection> CallMeans::projection(long long per_day) const {
  const auto of_mean = mean();
  if (!of_mean) {
    return std::nullopt;
  }
  constexpr Factor day{1, 1};
  constexpr Factor month{487, 16};  // days: a twelfth of 365.25
  const auto bound = [&](const std::optional<Usd>& amount, const Factor& time) {
    return amount ? scaled(*amount, {{per_day, 1}, time}) : std::string();
  };
  return Projection{per_day,
                    scaled(total_, {{per_day, calls_}}),
                    bound(of_mean->low, day),
                    bound(of_mean->high, day),
                    scaled(total_, {{per_day, calls_}, month}),
                    bound(of_mean->low, month),
                    bound(of_mean->high, month)};
}

}  // namespace promptctl
