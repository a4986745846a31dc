#pragma once

#include <string>
#include <vector>

#include "review/review_queue.hpp"

namespace promptctl {

// Which labels become cases.
struct LabelCasesWish {
  std::string question;                // id, of review.yaml
  std::vector<std::string> variables;  // "name=text": what each case gets besides `question` and `reply`
};

// The labels of one question as golden cases of a judge, a line of JSON each: what was asked, the reply, and what
// people say of it as `expected`. A reply on which they differ by halves, without a decision, is none. Throws `Failure`
// (`usage`) where nobody asks the question.
std::string label_cases(const ReviewPlan& plan, const std::vector<ReviewItem>& items, const Labels& labels,
                        const LabelCasesWish& wish);

}  // namespace promptctl
