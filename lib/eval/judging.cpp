#include "eval/judging.hpp"

#include <algorithm>
#include <utility>

#include "eval/rejudging.hpp"

namespace promptctl {

namespace {

// What gave no answer is asked again; what it may have cost stays.
void forget_failures(std::vector<JudgeCall>& calls) {
  std::erase_if(calls, [](const JudgeCall& call) {
    return std::holds_alternative<ProviderError>(call.outcome) && call.lost == LostCost();
  });
  for (JudgeCall& call : calls) {
    if (std::holds_alternative<ProviderError>(call.outcome)) {
      call.request_digest.clear();
    }
  }
}

}  // namespace

struct Judging::Open {
  EvalUnit unit;
  CaseResult result;
  std::size_t unanswered = 0;
  Usd reserved;
};

std::vector<Need> expected_needs(const Rubric& rubric, const Case& golden, long long output_tokens) {
  constexpr long long bytes_a_token = 4;  // About; a reply of longer tokens is judged as far as the budget then allows.
  const std::string reply(static_cast<std::size_t>(std::max(1LL, output_tokens) * bytes_a_token), 'x');
  return rubric.score(golden, {.text = reply}, {}).needs;
}

void Judging::begin(const EvalUnit& unit, CaseResult result, Usd reserved) {
  forget_failures(result.judging);
  ++open_;
  judge(std::make_shared<Open>(Open{unit, std::move(result), 0, reserved}));
}

void Judging::judge(const std::shared_ptr<Open>& open) {
  Scoring scoring = score_reply(rubric_, *open->unit.golden, open->result);
  open->result.score = std::move(scoring.score);
  if (scoring.needs.empty() || is_stopped_) {
    end(open);
    return;
  }
  open->unanswered = scoring.needs.size();
  for (Need& need : scoring.needs) {
    waiting_.push_back({open, std::move(need)});
  }
}

void Judging::ask_waiting() {
  std::deque<Waiting> held;
  while (!waiting_.empty()) {
    Waiting next = std::move(waiting_.front());
    waiting_.pop_front();
    const std::string& provider = next.need.request.target.provider;
    const bool may_ask = answering_.has_room(provider) || answering_.is_kept(next.need.request, next.need.digest);
    budget_.release(std::exchange(next.open->reserved, Usd()));
    const auto done = [this, open = next.open, need = next.need](Answered answered) {
      answer(open, need, std::move(answered));
    };
    if (!may_ask || !answering_.ask(next.need.request, next.need.digest, Usd(), done)) {
      held.push_back(std::move(next));
    }
  }
  waiting_ = std::move(held);
}

void Judging::answer(const std::shared_ptr<Open>& open, const Need& need, Answered answered) {
  const auto* error = std::get_if<ProviderError>(&answered.outcome);
  if (error == nullptr || error->kind != ProviderError::Kind::interrupted) {  // That is asked again by a resumed run.
    open->result.judging.push_back({target_name(need.request.target), need.digest, std::move(answered.outcome),
                                    answered.replayed, answered.cost, answered.lost});
  }
  if (--open->unanswered == 0) {
    judge(open);
  }
}

void Judging::stop() {
  is_stopped_ = true;
  while (!waiting_.empty()) {
    const Waiting next = std::move(waiting_.front());
    waiting_.pop_front();
    if (--next.open->unanswered == 0) {
      judge(next.open);
    }
  }
}

void Judging::end(const std::shared_ptr<Open>& open) {
  budget_.release(std::exchange(open->reserved, Usd()));
  --open_;
  done_(std::move(open->result));
}

Usd Judging::worst_cost(const EvalUnit& unit, long long output_tokens) const {
  Usd worst;
  for (const Need& need : expected_needs(rubric_, *unit.golden, output_tokens)) {
    worst += answering_.worst_cost(need.request);
  }
  return worst;
}

}  // namespace promptctl
