#include "eval/judging.hpp"

#include <algorithm>
#include <utility>

#include "eval/rejudging.hpp"

namespace promptctl {

namespace {

// Takes out the answers, which count where they are needed. What gave none is asked again; what it may have cost stays.
void take_known(std::vector<JudgeCall>& calls, std::map<std::string, JudgeCall>& known) {
  for (JudgeCall& call : calls) {
    if (std::holds_alternative<Response>(call.outcome)) {
      known.insert_or_assign(call.request_digest, call);
    }
    call.request_digest.clear();
  }
  std::erase_if(calls, [](const JudgeCall& call) {
    return std::holds_alternative<Response>(call.outcome) || call.lost == LostCost();
  });
}

// Whether some judge's answer can't be read: asked again, it may be another one.
bool has_malformed(const Score& score) {
  return std::any_of(score.assertions.begin(), score.assertions.end(),
                     [](const AssertionResult& one) { return one.doubt == Doubt::malformed; });
}

}  // namespace

struct Judging::Open {
  EvalUnit unit;
  CaseResult result;
  std::size_t unanswered = 0;
  Usd reserved;
  std::map<std::string, JudgeCall> known;  // what was answered before, by what was asked
};

std::vector<Need> expected_needs(const Rubric& rubric, const Case& golden) {
  return rubric.score(golden, {.text = "x"}, {}).needs;
}

void Judging::begin(const EvalUnit& unit, CaseResult result, Usd reserved) {
  const auto open = std::make_shared<Open>(Open{unit, std::move(result), 0, reserved, {}});
  take_known(open->result.judging, open->known);
  ++open_;
  judge(open);
}

void Judging::give_back(Usd& reserved) {
  if (reserved != Usd()) {
    budget_.release(std::exchange(reserved, Usd()));
  }
}

bool Judging::answer_from_known(Open& open, const std::vector<Need>& needs) {
  bool any = false;
  for (const Need& need : needs) {
    if (const auto known = open.known.find(need.digest); known != open.known.end()) {
      open.result.judging.push_back(std::move(known->second));
      open.known.erase(known);
      any = true;
    }
  }
  return any;
}

void Judging::judge(const std::shared_ptr<Open>& open) {
  Scoring scoring = score_reply(rubric_, *open->unit.golden, open->result);
  while (answer_from_known(*open, scoring.needs)) {
    scoring = score_reply(rubric_, *open->unit.golden, open->result);
  }
  open->result.score = std::move(scoring.score);
  if (scoring.needs.empty() || is_stopped_) {
    unjudged_ += scoring.needs.empty() ? 0 : 1;
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
    if (may_ask) {
      give_back(next.open->reserved);  // Just before the call asks for its own.
    }
    const auto done = [this, open = next.open, need = next.need](Answered answered) {
      answer(open, need, std::move(answered));
    };
    if (!may_ask || !answering_.ask(next.need.request, next.need.digest, Usd(), done, false)) {
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
  give_back(open->reserved);
  if (!has_malformed(open->result.score)) {
    for (const JudgeCall& call : open->result.judging) {
      const auto* response = std::get_if<Response>(&call.outcome);
      const auto target = response == nullptr || call.replayed ? std::nullopt : find_target(call.target);
      if (target) {
        answering_.keep(*target, call.request_digest, *response);
      }
    }
  }
  --open_;
  done_(std::move(open->result));
}

Usd Judging::worst_cost(const EvalUnit& unit, long long output_tokens) const {
  Usd worst;
  for (const Need& need : expected_needs(rubric_, *unit.golden)) {
    worst += answering_.worst_cost(need.request, bytes_of_reply(output_tokens));
  }
  return worst;
}

}  // namespace promptctl
