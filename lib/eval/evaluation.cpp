#include "eval/evaluation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "eval/budget.hpp"
#include "eval/eval_units.hpp"
#include "eval/kept_replies.hpp"
#include "eval/rejudging.hpp"
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
      : prices_(prices),
        prepared_(prepared),
        header_(header),
        ports_(ports),
        kept_(ports.cassette, ports.cache, ports.reply_places),
        units_(registry, prepared),
        budget_(prepared.suite.max_cost, spent_earlier(registry, prices, prepared, ports.earlier)) {
    state_.planned = static_cast<std::size_t>(header.planned);
    state_.budget = prepared.suite.max_cost;
    for (const auto& [key, cost] : ports.earlier) {
      state_.cost_is_known = state_.cost_is_known && cost.all.unknown == 0;
    }
    started_ = ports.clock.elapsed();
    for (const Target& target : prepared.targets) {
      if (ports.client != nullptr) {
        providers_.insert(target.provider);
      }
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
    return {interrupted() && state_.done < state_.planned, state_};
  }

 private:
  bool interrupted() const { return ports_.interruption.requests() > 0; }

  // Starts as many units as may be in flight; false when there are no more.
  bool start_more(const RunStore::Verdicts& answered) {
    constexpr int at_a_time = 64;  // Units that need no call must not keep the network waiting.
    EvalUnit unit;
    for (int count = 0; count < at_a_time && in_flight_ < std::max<std::size_t>(1, most_in_flight()); ++count) {
      if (held_ && in_flight_ > 0) {
        return true;
      }
      if (const auto held = std::exchange(held_, std::nullopt)) {
        start(*held);
        continue;
      }
      if (!units_.next(unit)) {
        return false;
      }
      if (const auto kept = answered.find(key_of(unit)); kept != answered.end()) {
        ++state_.kept;
        tally(kept->second);
      } else {
        start(unit);
      }
    }
    return true;
  }

  void tick() {
    if (ports_.client != nullptr && in_flight_ > 0) {
      constexpr milliseconds wait{50};
      ports_.client->poll(in_flight_ < most_in_flight() ? milliseconds(0) : wait);
    }
    keep_up();
  }

  void keep_up() {
    ports_.store.flush_if_due();
    kept_.flush_if_due();
    state_.in_flight = in_flight_;
    state_.limit = limit();
    state_.p95 = latencies_.quantile(0.95);
    state_.elapsed = ports_.clock.elapsed() - started_;
    ports_.progress.update(state_);
  }

  // How many calls may be under way, over all providers; fewer are in flight where their providers limit their rate.
  std::size_t most_in_flight() const {
    std::size_t sum = 0;
    for (const std::string& provider : providers_) {
      sum += static_cast<std::size_t>(ports_.client->concurrency(provider).most);
    }
    return sum;
  }

  std::size_t limit() const {
    std::size_t sum = 0;
    for (const std::string& provider : providers_) {
      sum += static_cast<std::size_t>(ports_.client->concurrency(provider).now);
    }
    return sum;
  }

  void finish_in_flight() {
    std::optional<std::chrono::microseconds> stop_at;
    while (in_flight_ > 0) {
      if (interrupted() && !stop_at) {
        stop_at = ports_.clock.elapsed() + grace;
      }
      if (stop_at && (ports_.interruption.requests() > 1 || ports_.clock.elapsed() >= *stop_at)) {
        ports_.client->cancel_all();
        break;
      }
      constexpr milliseconds wait{50};
      ports_.client->poll(wait);
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
    if (const auto& output = unit.golden->output) {
      Response given;
      given.text = *output;
      given.attempts = 0;
      finish(unit, {}, std::move(given), true, nullptr);
      return;
    }
    Diagnostics faults;
    const auto request = request_for(prepared_, *unit.golden, *unit.target, unit.repeat, faults);
    if (!request) {
      const std::string message = faults.all().empty() ? "can't be rendered" : faults.all().front().message;
      finish(unit, {}, not_asked(ProviderError::Kind::invalid_request, message), false, nullptr);
      return;
    }
    ask(unit, *request, request_digest(*request));
  }

  void ask(const EvalUnit& unit, const Request& request, const std::string& digest) {
    if (auto reply = kept_.find(request.target, digest)) {
      finish(unit, digest, std::move(*reply), true, nullptr);
      return;
    }
    if (ports_.client == nullptr) {
      const std::string message = "offline, and this request's reply is neither on the cassette nor in the cache";
      finish(unit, digest, not_asked(ProviderError::Kind::not_recorded, message), false, nullptr);
      return;
    }
    const Usd worst = Budget::worst_cost(request, price_of(prices_, target_name(request.target)));
    switch (budget_.ask(worst)) {
      case Budget::Answer::wait:
        held_ = unit;
        break;
      case Budget::Answer::no:
        refuse_for_budget(unit, digest);
        break;
      case Budget::Answer::yes:
        submit(unit, request, digest, worst);
        break;
    }
  }

  void refuse_for_budget(const EvalUnit& unit, const std::string& digest) {
    const auto excess = budget_.excess();
    const std::string message = fmt::format(
        "of the run's budget of {}, {} is spent, and this call may cost more than the rest{}",
        money_text(prepared_.suite.max_cost.value_or(Usd())), money_text(budget_.spent()),
        excess ? fmt::format(": one cost {}, more than its limit on output allows", money_text(*excess)) : "");
    finish(unit, digest, not_asked(ProviderError::Kind::over_budget, message), false, nullptr);
  }

  void submit(const EvalUnit& unit, const Request& request, const std::string& digest, Usd worst) {
    ++in_flight_;
    const auto call = std::make_shared<CallBudget>(budget_, price_of(prices_, target_name(*unit.target)), worst);
    CallHandlers handlers;
    handlers.may_repeat = [call](const LostAttempts& lost) { return call->may_repeat(lost); };
    handlers.done = [this, unit, digest, call](Outcome outcome) {
      --in_flight_;
      finish(unit, digest, std::move(outcome), false, call.get());
    };
    ports_.client->submit(request, std::move(handlers));
  }

  // `call` is null where nothing was asked.
  void finish(const EvalUnit& unit, const std::string& digest, Outcome outcome, bool replayed, CallBudget* call) {
    CaseResult result = blank_result(prepared_, unit);
    result.request_digest = digest;
    result.replayed = replayed;
    auto* error = std::get_if<ProviderError>(&outcome);
    const LostAttempts& lost = error != nullptr ? error->lost : std::get<Response>(outcome).lost;
    result.lost = lost_cost(lost, price_of(prices_, result.target));
    const bool is_interrupted = error != nullptr && error->kind == ProviderError::Kind::interrupted;
    if (error != nullptr) {
      result.error = std::move(*error);
    } else {
      keep(result, *unit.golden, std::move(std::get<Response>(outcome)));
    }
    if (call != nullptr) {
      call->settle(result.response.has_value(), result.cost, result.lost);
    }
    if (is_interrupted) {
      return;  // It has no result: a resumed run asks again.
    }
    if (const auto earlier = ports_.earlier.find(key_of(unit)); earlier != ports_.earlier.end()) {
      result.lost += earlier->second.lost;  // The result that it takes the place of.
    }
    state_.cost_is_known = state_.cost_is_known && result.lost.unknown == 0;
    tally(result.passed());
    ports_.store.record(header_.id, result);
  }

  void keep(CaseResult& result, const Case& golden, Response response) {
    drop_impossible_counts(response);
    const bool called = !result.request_digest.empty();
    result.cost = called ? cost_of(response.usage, price_of(prices_, result.target)) : std::nullopt;
    result.response = std::move(response);
    result.score = judge_reply(prepared_.rubric, golden, result);
    if (called && !result.replayed) {
      if (result.response->latency) {
        latencies_.add(*result.response->latency);
      }
      state_.cost_is_known = state_.cost_is_known && result.cost.has_value();
      const auto target = find_target(result.target);
      if (target) {
        kept_.keep(*target, result.request_digest, *result.response);
      }
    }
  }

  void tally(std::optional<bool> passed) {
    ++state_.done;
    state_.passed += passed == true ? 1 : 0;
    state_.failed += passed == false ? 1 : 0;
    state_.errors += passed.has_value() ? 0 : 1;
    state_.cost = budget_.spent();
  }

  const TargetPrices& prices_;
  const PreparedSuite& prepared_;
  const RunHeader& header_;
  EvaluationPorts& ports_;
  KeptReplies kept_;
  EvalUnits units_;
  ProgressState state_;
  std::chrono::microseconds started_{0};
  std::set<std::string> providers_;  // that are called
  LatencyBins latencies_;            // of fresh calls
  std::size_t in_flight_ = 0;
  Budget budget_;
  std::optional<EvalUnit> held_;  // waits for the budget
};

}  // namespace

EvaluationEnd evaluate(const Registry& registry, const TargetPrices& prices, const PreparedSuite& prepared,
                       const RunHeader& header, EvaluationPorts& ports) {
  return Evaluation(registry, prices, prepared, header, ports).run(ports.answered);
}

}  // namespace promptctl
