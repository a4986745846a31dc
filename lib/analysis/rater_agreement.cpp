#include "analysis/rater_agreement.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <set>

#include "base/text.hpp"
#include "stats/agreement.hpp"
#include "stats/bootstrap.hpp"
#include "stats/confidence.hpp"
#include "stats/resample.hpp"

namespace promptctl {
namespace {

using Times = std::span<const std::uint32_t>;

std::optional<Interval> with_interval(std::size_t units, const std::function<std::optional<double>(Times)>& figure) {
  const auto value = figure({});
  if (!value) {
    return std::nullopt;
  }
  constexpr std::size_t draws = 2000;
  const auto replicates = resample(units, {draws, 0}, [&figure](Times times) {
    return figure(times).value_or(std::numeric_limits<double>::quiet_NaN());
  });
  const Bounds bounds = replicates.empty() ? Bounds{-1, 1} : percentile_interval(replicates, usual_confidence);
  return Interval{*value, std::min(bounds.low, *value), std::max(bounds.high, *value)};
}

// Of all pairs of ratings of one unit, the share that agree.
std::optional<double> agreeing_pairs(std::span<const std::vector<std::uint32_t>> units, Times times) {
  double same = 0;
  double pairs = 0;
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    const double weight = times.empty() ? 1 : times[unit];
    const auto& ratings = units[unit];
    for (std::size_t a = 0; a < ratings.size(); ++a) {
      for (std::size_t b = a + 1; b < ratings.size(); ++b) {
        same += ratings[a] == ratings[b] ? weight : 0;
        pairs += weight;
      }
    }
  }
  return pairs > 0 ? std::optional(same / pairs) : std::nullopt;
}

// The ratings of one question, as indexes of its answers.
class Ratings {
 public:
  Ratings(const ReviewQuestion& question, std::size_t index, const std::vector<ReviewItem>& items, const Labels& labels)
      : question_(question) {
    for (const ReviewItem& item : items) {
      add(labels.answers(item.digests[index]));
    }
  }

  RaterAgreement agreement() const {
    RaterAgreement agreement;
    agreement.question = question_.id;
    agreement.raters = raters_.size();
    agreement.shared = units_.size();
    std::vector<double> values;
    for (const ReviewQuestion::Answer& answer : question_.answers) {
      values.push_back(parse_number(answer.word).value_or(static_cast<double>(values.size())));
    }
    const bool is_scale = question_.kind == ReviewQuestion::Kind::scale;
    const Scale scale = is_scale ? Scale::ordinal : Scale::nominal;
    agreement.raw = with_interval(units_.size(), [&](Times times) { return agreeing_pairs(units_, times); });
    agreement.alpha = agreement_interval(units_.size(), 0,
                                         [&](Times times) { return krippendorff_alpha(units_, values, scale, times); });
    if (raters_.size() == 2) {
      const Distance distance = is_scale ? Distance::quadratic : Distance::nominal;
      agreement.kappa = agreement_interval(pairs_.size(), 0,
                                           [&](Times times) { return cohen_kappa(pairs_, values, distance, times); });
    }
    return agreement;
  }

 private:
  void add(const std::map<std::string, std::string>& answers) {
    std::vector<std::uint32_t> unit;
    for (const auto& [rater, answer] : answers) {
      const auto found = std::find_if(question_.answers.begin(), question_.answers.end(),
                                      [&word = answer](const auto& one) { return one.word == word; });
      if (found != question_.answers.end()) {
        raters_.insert(rater);
        unit.push_back(static_cast<std::uint32_t>(found - question_.answers.begin()));
      }
    }
    if (unit.size() > 1) {
      pairs_.push_back({unit[0], unit[1]});  // By rater: the map is in their order.
      units_.push_back(std::move(unit));
    }
  }

  const ReviewQuestion& question_;
  std::set<std::string> raters_;
  std::vector<std::vector<std::uint32_t>> units_;
  std::vector<RatedPair> pairs_;
};

}  // namespace

std::vector<RaterAgreement> rater_agreement(const ReviewPlan& plan, const std::vector<ReviewItem>& items,
                                            const Labels& labels) {
  std::vector<RaterAgreement> all;
  for (std::size_t index = 0; index < plan.questions.size(); ++index) {
    if (plan.questions[index].kind != ReviewQuestion::Kind::text) {
      all.push_back(Ratings(plan.questions[index], index, items, labels).agreement());
    }
  }
  return all;
}

}  // namespace promptctl
