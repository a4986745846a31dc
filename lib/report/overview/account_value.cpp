#include "report/overview/account_value.hpp"

#include "document/figure_value.hpp"
#include "document/value_list.hpp"

namespace promptctl {
namespace {

Value number_or_null(const std::optional<double>& number) {
  return number ? figure_value(*number) : Value();
}

Value count_or_null(const std::optional<long long>& count) {
  return count ? integer_value(*count) : Value();
}

Value text_or_null(const std::string& text) {
  return text.empty() ? Value() : text_value(text);
}

Value quantile_value(const QuantileFigure& figure) {
  return map_value()
      .set("value", number_or_null(figure.value))
      .set("low", number_or_null(figure.low))
      .set("high", number_or_null(figure.high));
}

Value spread_value(const std::optional<Spread>& spread) {
  if (!spread) {
    return {};
  }
  return map_value()
      .set("count", count_value(spread->count))
      .set("timeouts", count_value(spread->timeouts))
      .set("p50", quantile_value(spread->p50))
      .set("p90", quantile_value(spread->p90))
      .set("p95", quantile_value(spread->p95))
      .set("p99", quantile_value(spread->p99))
      .set("max", number_or_null(spread->max));
}

Value named_spread_value(const NamedSpread& named) {
  return map_value().set("name", text_value(named.name)).set("total_ms", spread_value(named.total_ms));
}

Value slow_call_value(const SlowCall& call) {
  return map_value()
      .set("case", text_value(call.case_id))
      .set("repeat", integer_value(call.repeat))
      .set("latency_ms", call.latency_ms > 0 ? figure_value(call.latency_ms) : Value())
      .set("ttft_ms", number_or_null(call.first_token_ms))
      .set("output_tokens", count_or_null(call.output_tokens))
      .set("timeout", boolean_value(call.timed_out));
}

Value bin_value(const TimeBin& bin) {
  return map_value()
      .set("low_ms", figure_value(bin.low_ms))
      .set("high_ms", figure_value(bin.high_ms))
      .set("count", count_value(bin.count));
}

Value mean_value(const std::optional<MeanCost>& mean) {
  return !mean ? Value()
               : map_value()
                     .set("mean", cost_value(mean->mean))
                     .set("low", cost_value(mean->low))
                     .set("high", cost_value(mean->high))
                     .set("cases", count_value(mean->cases));
}

Value bounded_money(const std::string& value, const std::string& low, const std::string& high) {
  const auto money = [](const std::string& picodollars) {
    return picodollars.empty() ? Value() : text_value(decimal_text(picodollars));
  };
  return map_value().set("value", money(value)).set("low", money(low)).set("high", money(high));
}

Value projection_value(const std::optional<Projection>& projection) {
  if (!projection) {
    return {};
  }
  return map_value()
      .set("per_day", integer_value(projection->per_day))
      .set("daily_usd", bounded_money(projection->daily, projection->daily_low, projection->daily_high))
      .set("monthly_usd", bounded_money(projection->monthly, projection->monthly_low, projection->monthly_high));
}

Value parts_value(const std::optional<CostParts>& parts) {
  if (!parts) {
    return {};
  }
  Value list = list_value({});
  for (std::size_t kind = 0; kind < parts->by_kind.size(); ++kind) {
    const CostPart& part = parts->by_kind[kind];
    if (part.count > 0 && (kind + 1 < cost_kinds || part.usd > Usd())) {  // A request is free nearly everywhere.
      list.items.push_back(map_value()
                               .set("what", text_value(cost_kind_name(kind)))
                               .set("tokens", integer_value(part.count))
                               .set("usd", cost_value(part.usd)));
    }
  }
  return list;
}

Value costly_call_value(const CostlyCall& call) {
  return map_value()
      .set("case", text_value(call.case_id))
      .set("repeat", integer_value(call.repeat))
      .set("usd", cost_value(call.cost))
      .set("input", count_or_null(call.input_tokens))
      .set("output", count_or_null(call.output_tokens));
}

Value tag_cost_value(const TagCost& tag) {
  return map_value()
      .set("name", text_value(tag.name))
      .set("cases", count_value(tag.cases))
      .set("mean_usd", cost_value(tag.mean));
}

Value unknown_value(const UnpricedCalls& unpriced) {
  return map_value().set("target", text_value(unpriced.target)).set("results", count_value(unpriced.calls));
}

Value what_if_value(const WhatIf& what_if) {
  return map_value()
      .set("target", text_value(what_if.target))
      .set("source", text_or_null(what_if.origin.layer))
      .set("total_usd", cost_value(what_if.total))
      .set("per_case_usd", what_if.mean ? cost_value(what_if.mean->mean) : Value())
      .set("daily_usd", what_if.projection ? text_value(decimal_text(what_if.projection->daily)) : Value())
      .set("monthly_usd", what_if.projection ? text_value(decimal_text(what_if.projection->monthly)) : Value())
      .set("why", text_or_null(what_if.why));
}

}  // namespace

Value times_value(const RunTimes& times) {
  return map_value()
      .set("calls", count_value(times.calls))
      .set("replayed", count_value(times.replayed))
      .set("timeouts", count_value(times.timeouts))
      .set("failed", count_value(times.failed))
      .set("total_ms", spread_value(times.total_ms))
      .set("ttft_ms", spread_value(times.first_token_ms))
      .set("queue_ms", spread_value(times.queued_ms))
      .set("tokens_per_second", spread_value(times.tokens_per_second))
      .set("tags", list_of(times.tags, named_spread_value))
      .set("lengths", list_of(times.lengths, named_spread_value))
      .set("models", list_of(times.models, named_spread_value))
      .set("slowest", list_of(times.slowest, slow_call_value))
      .set("histogram", list_of(times.histogram, bin_value));
}

Value costs_value(const RunCosts& costs, const std::optional<Usd>& budget) {
  Value value = map_value();
  value.set("calls", count_value(costs.calls))
      .set("unpriced", count_value(costs.unpriced))
      .set("failed", count_value(costs.failed))
      .set("total_usd", cost_value(costs.total()))
      .set("known_usd", cost_value(costs.known_of_all()))
      .set("fresh_usd", cost_value(costs.fresh))
      .set("budget_usd", cost_value(budget))
      .set("replayed_usd", cost_value(costs.replayed))
      .set("prompt_cache_saved_usd", cost_value(costs.prompt_cache_saved))
      .set("per_case_usd", mean_value(costs.mean))
      .set("per_passed_usd", cost_value(costs.per_passed))
      .set("retries", integer_value(costs.retries))
      .set("unknown", list_of(costs.unknown, unknown_value))
      .set("parts", parts_value(costs.parts))
      .set("expensive", list_of(costs.costly, costly_call_value))
      .set("tags", list_of(costs.tags, tag_cost_value))
      .set("projection", projection_value(costs.projection))
      .set("as", list_of(costs.as, what_if_value));
  if (costs.lost != LostCost()) {
    value.set("lost_usd", costs.lost.unknown == 0 ? cost_value(costs.lost.known) : Value());
  }
  return value;
}

}  // namespace promptctl
