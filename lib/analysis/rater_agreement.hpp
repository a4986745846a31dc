#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/review_queue.hpp"
#include "stats/estimate.hpp"

namespace promptctl {

// How well those who rated agree on one question.
struct RaterAgreement {
  std::string question;
  std::size_t raters = 0;         // people who answered
  std::size_t shared = 0;         // items that two or more answered
  std::optional<Interval> raw;    // of pairs of raters of an item, the share that agree; a bootstrap over items
  std::optional<Interval> alpha;  // Krippendorff's: nominal, of a scale ordinal
  std::optional<Interval> kappa;  // Cohen's, of a scale quadratic; only where just two people rated
};

// Of questions with answers to choose from. Each interval is by a seeded bootstrap over items.
std::vector<RaterAgreement> rater_agreement(const ReviewPlan& plan, const std::vector<ReviewItem>& items,
                                            const Labels& labels);

}  // namespace promptctl
