#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>

#include "eval/answering.hpp"
#include "eval/eval_units.hpp"
#include "score/rubric.hpp"

namespace promptctl {

// What judging a reply to a case will ask first, of a reply of one byte. There may be more: a vote that can't be read is
// asked for again.
std::vector<Need> expected_needs(const Rubric& rubric, const Case& golden);

// About how many bytes a reply of so many tokens has; one of longer tokens is judged as far as the budget then allows.
constexpr std::size_t bytes_of_reply(long long tokens) {
  return static_cast<std::size_t>(tokens < 0 ? 0 : tokens) * 4;
}

// Judges replies, each as soon as all is known that its assertions need: what they need is asked here.
class Judging {
 public:
  // A result with its score and the calls that it took.
  using Done = std::function<void(CaseResult result)>;

  // All references must outlive it.
  Judging(const Rubric& rubric, Answering& answering, Budget& budget, Done done)
      : rubric_(rubric), answering_(answering), budget_(budget), done_(std::move(done)) {}

  // Of a result with a reply. What its earlier calls answered is not asked again. `reserved` of the budget is for its
  // calls. Where no call is needed, `done` is called at once.
  void begin(const EvalUnit& unit, CaseResult result, Usd reserved);

  // Asks what may be asked now.
  void ask_waiting();

  // From now on nothing is asked: what needs an answer ends without a verdict.
  void stop();

  // Replies that were there and are not judged, as `stop` came first.
  std::size_t unjudged() const { return unjudged_; }

  // Replies under judgement.
  std::size_t open() const { return open_; }

  // What judging a reply to the unit's case can cost at most, of the first round of calls, for a reply of
  // `output_tokens` tokens at most.
  Usd worst_cost(const EvalUnit& unit, long long output_tokens) const;

 private:
  struct Open;

  void judge(const std::shared_ptr<Open>& open);

  // Whether some of the needs were answered before: then they are.
  static bool answer_from_known(Open& open, const std::vector<Need>& needs);
  void answer(const std::shared_ptr<Open>& open, const Need& need, Answered answered);
  void end(const std::shared_ptr<Open>& open);
  void give_back(Usd& reserved);

  struct Waiting {
    std::shared_ptr<Open> open;
    Need need;
  };

  const Rubric& rubric_;
  Answering& answering_;
  Budget& budget_;
  Done done_;
  std::deque<Waiting> waiting_;
  std::size_t open_ = 0;
  std::size_t unjudged_ = 0;
  bool is_stopped_ = false;
};

}  // namespace promptctl
