#pragma once

#include <string>
#include <vector>

#include "dataset/golden_case.hpp"
#include "review/labels.hpp"

namespace promptctl {

// One reply to be rated.
struct ReviewItem {
  Case golden;
  std::string reply;
  std::string run;
  std::vector<std::string> digests;  // by question of the plan
  int raters = 1;                    // how many are wanted
};

// The items of a plan: of all replies the sample that it draws.
std::vector<ReviewItem> draw_items(const ReviewPlan& plan, std::vector<ReviewItem> items);

// What a rater has still to do: items that lack an answer of his to a required question, and that not enough others
// have rated. In an order of his own, the same every time.
std::vector<const ReviewItem*> items_for(const ReviewPlan& plan, const std::vector<ReviewItem>& items,
                                         const Labels& labels, const std::string& rater);

struct QuestionProgress {
  std::size_t wanted = 0;  // labels
  std::size_t given = 0;   // of these; more than are wanted of an item count as those
  std::size_t skipped = 0;
  std::size_t disputed = 0;  // items whose raters differ, without a decision
};

std::vector<QuestionProgress> progress_of(const ReviewPlan& plan, const std::vector<ReviewItem>& items,
                                          const Labels& labels);

// What people say of an item: what was decided, else the word of more than half of its raters; none without one.
std::optional<std::string> word_of(const Labels& labels, const std::string& item);

// An item whose raters differ.
struct Dispute {
  const ReviewItem* item = nullptr;
  std::size_t question = 0;
  std::map<std::string, std::string> answers;  // by rater
  const Label* decision = nullptr;             // null: none yet
};

std::vector<Dispute> disputes_of(const ReviewPlan& plan, const std::vector<ReviewItem>& items, const Labels& labels);

}  // namespace promptctl
