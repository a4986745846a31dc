#include "review/review_queue.hpp"

#include <algorithm>
#include <set>

#include "base/digest.hpp"

namespace promptctl {
namespace {

bool are_one(const std::map<std::string, std::string>& answers) {
  std::set<std::string> words;
  for (const auto& [rater, answer] : answers) {
    words.insert(answer);
  }
  return words.size() <= 1;
}

// Whether somebody else is still wanted for a required question of the item, or all that is left is done by others.
bool wants(const ReviewPlan& plan, const ReviewItem& item, const Labels& labels, const std::string& rater) {
  for (std::size_t question = 0; question < plan.questions.size(); ++question) {
    const std::string& digest = item.digests[question];
    const auto answers = labels.answers(digest);
    const bool is_enough = answers.size() >= static_cast<std::size_t>(item.raters);
    if (plan.questions[question].required && !labels.is_done(digest, rater) && !is_enough) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<ReviewItem> draw_items(const ReviewPlan& plan, std::vector<ReviewItem> items) {
  if (plan.sample == 0 || items.size() <= plan.sample) {
    return items;
  }
  std::vector<std::uint64_t> draws;
  for (const ReviewItem& item : items) {
    draws.push_back(draw_of(plan.seed, item.golden.id));
  }
  std::nth_element(draws.begin(), draws.begin() + static_cast<std::ptrdiff_t>(plan.sample - 1), draws.end());
  const std::uint64_t last = draws[plan.sample - 1];
  std::erase_if(items, [&](const ReviewItem& item) { return draw_of(plan.seed, item.golden.id) > last; });
  return items;
}

std::vector<const ReviewItem*> items_for(const ReviewPlan& plan, const std::vector<ReviewItem>& items,
                                         const Labels& labels, const std::string& rater) {
  std::vector<const ReviewItem*> left;
  for (const ReviewItem& item : items) {
    if (wants(plan, item, labels, rater)) {
      left.push_back(&item);
    }
  }
  std::sort(left.begin(), left.end(), [&rater](const ReviewItem* a, const ReviewItem* b) {
    return sha256(rater + "\n" + a->golden.id) < sha256(rater + "\n" + b->golden.id);
  });
  return left;
}

std::vector<QuestionProgress> progress_of(const ReviewPlan& plan, const std::vector<ReviewItem>& items,
                                          const Labels& labels) {
  std::vector<QuestionProgress> all(plan.questions.size());
  for (const ReviewItem& item : items) {
    for (std::size_t question = 0; question < plan.questions.size(); ++question) {
      QuestionProgress& progress = all[question];
      const auto answers = labels.answers(item.digests[question]);
      progress.wanted += static_cast<std::size_t>(item.raters);
      progress.given += std::min(answers.size(), static_cast<std::size_t>(item.raters));
      const bool is_text = plan.questions[question].kind == ReviewQuestion::Kind::text;
      progress.disputed += !is_text && !are_one(answers) && labels.decision(item.digests[question]) == nullptr ? 1 : 0;
      const auto known = labels.all().find(item.digests[question]);
      if (known != labels.all().end()) {
        for (const auto& [rater, label] : known->second) {
          progress.skipped += !label.answer && label.because != "undone" ? 1 : 0;
        }
      }
    }
  }
  return all;
}

std::optional<std::string> word_of(const Labels& labels, const std::string& item) {
  if (const Label* decision = labels.decision(item)) {
    return decision->answer;
  }
  const auto answers = labels.answers(item);
  std::map<std::string, std::size_t> counts;
  for (const auto& [rater, answer] : answers) {
    if (2 * ++counts[answer] > answers.size()) {
      return answer;
    }
  }
  return std::nullopt;
}

std::vector<Dispute> disputes_of(const ReviewPlan& plan, const std::vector<ReviewItem>& items, const Labels& labels) {
  std::vector<Dispute> disputes;
  for (const ReviewItem& item : items) {
    for (std::size_t question = 0; question < plan.questions.size(); ++question) {
      const auto answers = labels.answers(item.digests[question]);
      if (plan.questions[question].kind != ReviewQuestion::Kind::text && !are_one(answers)) {
        disputes.push_back({&item, question, answers, labels.decision(item.digests[question])});
      }
    }
  }
  return disputes;
}

}  // namespace promptctl
