#include "eval/evaluation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "eval/answering.hpp"
#include "eval/budget.hpp"
#include "eval/eval_units.hpp"
#include "eval/judging.hpp"
#include "eval/kept_replies.hpp"
#include "exchange/response_record.hpp"
#include "price/cost.hpp"
#include "run/latency_bins.hpp"

namespace promptctl {
namespace {

using std::chrono::milliseconds;

constexpr std::chrono::seconds grace{10};

class Evaluation {
 public:
  Evaluation(const Registry& registry, const TargetPrices& prices, const PreparedSuite& prepared,
             const RunHeader& header, EvaluationPorts& ports)
      : prepared_(prepared),
        header_(header),
        ports_(ports),
        kept_(ports.cassette, ports.cache, ports.reply_places),
        units_(registry, prepared),
        budget_(prepared.suite.max_cost, spent_earlier(registry, prices, prepared, ports.earlier)),
        answering_(ports.client, kept_, prices, budget_),
        judging_(prepared.rubric, answering_, budget_, [this](CaseResult result) { record(std::move(result)); }) {
    state_.planned = static_cast<std::size_t>(header.planned);
    state_.budget = prepared.suite.max_cost;
    for (const auto& [key, cost] : ports.earlier) {
      state_.cost_is_known = state_.cost_is_known && cost.all.unknown + cost.judging.unknown == 0;
    }
    started_ = ports.clock.elapsed();
    for (const Target& target : prepared.targets) {
      answering_.expect(target.provider);
    }
    for (const Target& target : prepared.judge_targets) {
      answering_.expect(target.provider);
    }
  }

  EvaluationEnd run(const RunStore::Verdicts& answered) {
    while (!interrupted() && start_more(answered)) {
      tick();
    }
    finish_in_flight();
    ports_.store.flush();
    kept_.flush();
    ports_.progress.finish();
    require_same_dataset();
    return {interrupted() && (state_.done < state_.planned || judging_.unjudged() > 0), state_};
  }

 private:
  bool interrupted() const { return ports_.interruption.requests() > 0; }

  // Starts as many units as may be in flight; false when there are no more.
  bool start_more(const RunStore::Verdicts& answered) {
    constexpr int at_a_time = 64;  // Units that need no call must not keep the network waiting.
    EvalUnit unit;
    for (int count = 0; count < at_a_time && may_start(); ++count) {
      if (held_ && answering_.in_flight() > 0 && answering_.ended() == held_since_) {
        return true;  // Only a call that ends gives something back.
      }
      if (const auto held = std::exchange(held_, std::nullopt)) {
        start(*held);
        continue;
      }
      if (!units_.next(unit)) {
        return false;
      }
      const bool is_judged = ports_.unjudged.count(key_of(unit)) == 0;
      if (const auto kept = answered.find(key_of(unit)); kept != answered.end() && is_judged) {
        ++state_.kept;
        tally(kept->second);
      } else {
        start(unit);
      }
      judging_.ask_waiting();
    }
    return true;
  }

  // Replies must not run far ahead of their judges: each waits in memory.
  bool may_start() const {
    const std::size_t most = std::max<std::size_t>(1, answering_.most_in_flight());
    const bool has_room = std::all_of(prepared_.targets.begin(), prepared_.targets.end(),
                                      [this](const Target& target) { return answering_.has_room(target.provider); });
    return has_room && answering_.in_flight() < most && judging_.open() < most;
  }

  void tick() {
    constexpr milliseconds wait{50};
    answering_.poll(may_start() ? milliseconds(0) : wait);
    judging_.ask_waiting();
    keep_up();
  }

  void keep_up() {
    ports_.store.flush_if_due();
    kept_.flush_if_due();
    state_.in_flight = answering_.in_flight();
    state_.limit = answering_.limit();
    state_.p95 = latencies_.quantile(0.95);
    state_.elapsed = ports_.clock.elapsed() - started_;
    ports_.progress.update(state_);
  }

  void finish_in_flight() {
    std::optional<std::chrono::microseconds> stop_at;
    while (answering_.in_flight() > 0 || judging_.open() > 0) {
      if (interrupted() && !stop_at) {
        stop_at = ports_.clock.elapsed() + grace;
        judging_.stop();
      }
      if (stop_at && (ports_.interruption.requests() > 1 || ports_.clock.elapsed() >= *stop_at)) {
        answering_.cancel_all();
        break;
      }
      constexpr milliseconds wait{50};
      answering_.poll(wait);
      judging_.ask_waiting();
      keep_up();
    }
  }

  // Cases are read as they are asked: what was judged must be what was checked and digested before.
  void require_same_dataset() {
    if (units_.has_changed()) {
      ports_.store.remove(header_.id);
      throw Failure("dataset-changed", whole_file(prepared_.suite.cases),
                    "the dataset was changed while its cases were asked; the run is not kept",
                    "run it again: the replies are in the cache");
    }
  }

  void start(const EvalUnit& unit) {
    const auto earlier = ports_.unjudged.find(key_of(unit));
    if (earlier != ports_.unjudged.end() && !ports_.asks_judges_only) {
      judging_.begin(unit, earlier->second, {});
      return;
    }
    if (const auto& output = unit.golden->output) {
      Response given;
      given.text = *output;
      given.attempts = 0;
      CaseResult result = blank_result(prepared_, unit);
      result.replayed = true;
      result.response = std::move(given);
      judging_.begin(unit, std::move(result), {});
      return;
    }
    Diagnostics faults;
    const auto request = request_for(prepared_, *unit.golden, *unit.target, unit.repeat, faults);
    if (!request) {
      const std::string message = faults.all().empty() ? "can't be rendered" : faults.all().front().message;
      finish(unit, {}, {not_asked(ProviderError::Kind::invalid_request, message)}, {});
      return;
    }
    const std::string digest = request_digest(*request);
    if (!ports_.asks_judges_only) {
      ask(unit, *request, digest);
    } else if (earlier != ports_.unjudged.end() && earlier->second.request_digest == digest) {
      judging_.begin(unit, as_given(unit, earlier->second), {});
    } else {
      finish(unit, digest,
             {not_asked(ProviderError::Kind::not_recorded, "the graded run has no reply to what this case asks now")},
             {});
    }
  }

  // A reply that was recorded, to a case as it is now. Nothing was asked: its time and freshness are another run's.
  CaseResult as_given(const EvalUnit& unit, const CaseResult& recorded) const {
    CaseResult result = blank_result(prepared_, unit);
    result.request_digest = recorded.request_digest;
    result.replayed = true;
    result.response = recorded.response;
    result.response->cached = true;
    result.cost = recorded.cost;
    result.judging = recorded.judging;
    return result;
  }

  // The budget keeps back what judging the reply may cost: a reply that nobody can judge is money lost.
  void ask(const EvalUnit& unit, const Request& request, const std::string& digest) {
    const bool is_judged = budget_.is_limited() && !prepared_.judge_targets.empty();
    const Usd later = is_judged ? judging_.worst_cost(unit, request.parameters.max_output_tokens.value_or(0)) : Usd();
    const bool is_asked = answering_.ask(request, digest, later, [this, unit, digest, later](Answered answered) {
      finish(unit, digest, std::move(answered), later);
    });
    if (!is_asked) {
      held_ = unit;
      held_since_ = answering_.ended();
    }
  }

  void finish(const EvalUnit& unit, const std::string& digest, Answered answered, Usd reserved) {
    CaseResult result = blank_result(prepared_, unit);
    result.request_digest = digest;
    result.replayed = answered.replayed;
    result.lost = answered.lost;
    if (const auto earlier = ports_.earlier.find(key_of(unit)); earlier != ports_.earlier.end()) {
      result.lost += earlier->second.lost;  // The result that it takes the place of.
    }
    if (auto* error = std::get_if<ProviderError>(&answered.outcome)) {
      if (answered.was_called && reserved != Usd()) {
        budget_.release(reserved);
      }
      if (error->kind != ProviderError::Kind::interrupted) {  // That has no result: a resumed run asks again.
        result.error = std::move(*error);
        record(std::move(result));
      }
      return;
    }
    result.response = std::move(std::get<Response>(answered.outcome));
    result.cost = answered.cost;
    if (answered.was_called) {
      if (result.response->latency) {
        latencies_.add(*result.response->latency);
      }
      state_.cost_is_known = state_.cost_is_known && result.cost.has_value();
    }
    judging_.begin(unit, std::move(result), answered.was_called ? reserved : Usd());
  }

  void record(CaseResult result) {
    state_.cost_is_known = state_.cost_is_known && result.lost.unknown == 0;
    for (const JudgeCall& call : result.judging) {
      const bool is_answer = std::holds_alternative<Response>(call.outcome);
      state_.cost_is_known =
          state_.cost_is_known && (!is_answer || call.replayed || call.cost) && call.lost.unknown == 0;
    }
    tally(result.passed());
    ports_.store.record(header_.id, result);
  }

  void tally(std::optional<bool> passed) {
    ++state_.done;
    state_.passed += passed == true ? 1 : 0;
    state_.failed += passed == false ? 1 : 0;
    state_.errors += passed.has_value() ? 0 : 1;
    state_.cost = budget_.spent();
  }

  const PreparedSuite& prepared_;
  const RunHeader& header_;
  EvaluationPorts& ports_;
  KeptReplies kept_;
  EvalUnits units_;
  ProgressState state_;
  std::chrono::microseconds started_{0};
  LatencyBins latencies_;  // of fresh calls
  Budget budget_;
  Answering answering_;
  Judging judging_;
  std::size_t held_since_ = 0;    // calls that had ended by then
  std::optional<EvalUnit> held_;  // waits for the budget
};

}  // namespace

EvaluationEnd evaluate(const Registry& registry, const TargetPrices& prices, const PreparedSuite& prepared,
                       const RunHeader& header, EvaluationPorts& ports) {
  return Evaluation(registry, prices, prepared, header, ports).run(ports.answered);
}

}  // namespace promptctl
