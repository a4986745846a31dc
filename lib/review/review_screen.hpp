#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ports/keys.hpp"
#include "review/review_queue.hpp"

namespace promptctl {

// Rating, one question of one reply a screen, as a state that keys move: 1 to 9 answer, `s` skips with a reason, `u`
// takes the last answer back, `q` ends. Every answer is handed over at once.
class ReviewScreen {
 public:
  // `keep` is called with each label as it is given. All references must outlive the screen. `now` gives the time in
  // UTC.
  ReviewScreen(const ReviewPlan& plan, std::vector<const ReviewItem*> items, const Labels& labels, std::string rater,
               std::function<std::string()> now, std::function<void(const Label&)> keep);

  bool is_done() const { return is_done_; }

  void press(const Key& key);

  // What is shown.
  std::string text(std::size_t width) const;

  std::size_t answered() const { return answered_; }

  // What is asked now; only while it is not done.
  std::size_t position() const { return at_; }
  std::size_t count() const { return steps_.size(); }
  const ReviewItem& item() const { return *items_[steps_[at_].item]; }
  const ReviewQuestion& question() const { return plan_.questions[steps_[at_].question]; }
  const std::string& notice() const { return notice_; }

  // As `u` does, whatever the question is.
  void take_back() { go_back(); }

 private:
  struct Step {
    std::size_t item = 0;
    std::size_t question = 0;
  };

  void press_answer(std::size_t number);
  void finish_line();
  void give(std::optional<std::string> answer, std::string because);
  void go_back();
  bool takes_line() const { return is_skipping_ || question().kind == ReviewQuestion::Kind::text; }

  const ReviewPlan& plan_;
  std::vector<const ReviewItem*> items_;
  std::string rater_;
  std::function<std::string()> now_;
  std::function<void(const Label&)> keep_;
  std::vector<Step> steps_;
  std::size_t at_ = 0;
  std::size_t answered_ = 0;
  bool is_skipping_ = false;
  bool is_done_ = false;
  std::string line_;    // that is being typed
  std::string notice_;  // what the last key did
};

}  // namespace promptctl
