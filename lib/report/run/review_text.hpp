#pragma once

#include <string>
#include <vector>

#include "review/review_queue.hpp"

namespace promptctl {

// How far a review is: a line a question.
std::string review_status_text(const ReviewPlan& plan, const std::vector<ReviewItem>& items, const Labels& labels);

// How well the raters agree, by question, and where they differ.
std::string agreement_text(const ReviewPlan& plan, const std::vector<ReviewItem>& items, const Labels& labels,
                           std::size_t width);
Value agreement_value(const ReviewPlan& plan, const std::vector<ReviewItem>& items, const Labels& labels);

// Every label that counts, as CSV or as JSON lines.
std::string labels_csv(const Labels& labels);
std::string labels_jsonl(const Labels& labels);

}  // namespace promptctl
