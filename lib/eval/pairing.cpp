#include "eval/pairing.hpp"

#include <deque>
#include <memory>
#include <utility>

namespace promptctl {
namespace {

class Pairing {
 public:
  Pairing(const Judge& judge, const std::string& criterion, Answering& answering)
      : judge_(judge), criterion_(criterion), answering_(answering) {}

  PairingEnd run(const std::vector<ReplyPair>& pairs, const Interruption& interruption) {
    constexpr std::chrono::milliseconds wait{50};
    std::size_t next = 0;
    while (next < pairs.size() || !waiting_.empty() || answering_.in_flight() > 0) {
      if (interruption.requests() > 0) {
        stop();
        break;
      }
      // Not all pairs at once: what waits is looked at again and again.
      for (; next < pairs.size() && waiting_.size() < most_waiting; ++next) {
        add(pairs[next]);
        ask_waiting();
      }
      ask_waiting();
      answering_.poll(wait);
    }
    return std::move(end_);
  }

 private:
  static constexpr std::size_t most_waiting = 8;

  // What has been answered so far is kept in the cache, and asked for no more.
  void stop() {
    end_.interrupted = true;
    is_stopped_ = true;
    waiting_.clear();
    answering_.cancel_all();
  }

  void add(const ReplyPair& pair) {
    const std::size_t at = end_.pairs.size();
    end_.pairs.push_back({pair.group, pair.before == pair.after, {}, {}});
    if (!end_.pairs.back().is_same) {
      begin(at, true, pair);
      begin(at, false, pair);
    }
  }

  // One order of one pair.
  struct Open {
    std::size_t pair = 0;
    bool is_before_first = true;
    JudgedTexts texts = {};
    Answers answers = {};
    std::size_t unanswered = 0;
  };

  void begin(std::size_t at, bool is_before_first, const ReplyPair& pair) {
    auto open = std::make_shared<Open>();
    open->pair = at;
    open->is_before_first = is_before_first;
    open->texts = {{"first", is_before_first ? pair.before : pair.after},
                   {"second", is_before_first ? pair.after : pair.before},
                   {"question", pair.question}};
    if (!criterion_.empty()) {
      open->texts.emplace("criterion", criterion_);
    }
    rule(open);
  }

  void rule(const std::shared_ptr<Open>& open) {
    auto ruled = judge_.rule(open->texts, open->answers);
    if (auto* needs = std::get_if<std::vector<Need>>(&ruled)) {
      open->unanswered = needs->size();
      for (Need& need : *needs) {
        waiting_.push_back({open, std::move(need)});
      }
      return;
    }
    const Ruling& ruling = std::get<Ruling>(ruled);
    if (ruling.doubt) {
      ++end_.doubts[*ruling.doubt];
      return;
    }
    JudgedPair& pair = end_.pairs[open->pair];
    (open->is_before_first ? pair.before_first : pair.after_first) = ruling.word;
  }

  void ask_waiting() {
    std::deque<std::pair<std::shared_ptr<Open>, Need>> held;
    while (!waiting_.empty()) {
      auto next = std::move(waiting_.front());
      waiting_.pop_front();
      const Need& need = next.second;
      const bool may_ask =
          answering_.has_room(need.request.target.provider) || answering_.is_kept(need.request, need.digest);
      const auto done = [this, open = next.first, need](Answered answered) { answer(open, need, std::move(answered)); };
      if (!may_ask || !answering_.ask(need.request, need.digest, Usd(), done)) {
        held.push_back(std::move(next));
      }
    }
    waiting_ = std::move(held);
  }

  void answer(const std::shared_ptr<Open>& open, const Need& need, Answered answered) {
    end_.calls.push_back({target_name(need.request.target), need.digest, answered.outcome, answered.replayed,
                          answered.cost, answered.lost});
    open->answers.insert_or_assign(need.digest, std::move(answered.outcome));
    if (--open->unanswered == 0 && !is_stopped_) {
      rule(open);
    }
  }

  const Judge& judge_;
  const std::string& criterion_;
  Answering& answering_;
  std::deque<std::pair<std::shared_ptr<Open>, Need>> waiting_;
  PairingEnd end_;
  bool is_stopped_ = false;
};

}  // namespace

PairingEnd judge_pairs(const Judge& judge, const std::vector<ReplyPair>& pairs, const std::string& criterion,
                       Answering& answering, const Interruption& interruption) {
  return Pairing(judge, criterion, answering).run(pairs, interruption);
}

}  // namespace promptctl
