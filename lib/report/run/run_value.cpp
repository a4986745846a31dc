#include "report/run/run_value.hpp"

#include <chrono>

#include "document/figure_value.hpp"
#include "exchange/response_record.hpp"
#include "exchange/usage_value.hpp"
#include "run/provenance_record.hpp"
#include "score/score_record.hpp"

namespace promptctl {
namespace {

Value verdict_value(const std::optional<bool>& passed) {
  return passed ? boolean_value(*passed) : Value();
}

Value metrics_value(const RunSummary& summary) {
  Value metrics = map_value();
  for (const auto& [name, metric] : summary.metrics) {
    metrics.set(name, map_value()
                          .set("count", count_value(metric.count))
                          .set("pass_rate", figure_value(metric.passed / static_cast<double>(metric.count)))
                          .set("score", figure_value(metric.score)));
  }
  return metrics;
}

Value tags_value(const RunSummary& summary) {
  Value tags = map_value();
  for (const auto& [name, counts] : summary.tags) {
    tags.set(name, map_value().set("passed", count_value(counts.first)).set("decided", count_value(counts.second)));
  }
  return tags;
}

Value judging_value(const JudgingSummary& judging) {
  Value judges = map_value();
  for (const auto& [name, tally] : judging.judges) {
    Value doubts = map_value();
    for (const auto& [doubt, count] : tally.doubts) {
      doubts.set(std::string(doubt_name(doubt)), count_value(count));
    }
    judges.set(name, map_value().set("verdicts", count_value(tally.verdicts)).set("doubts", std::move(doubts)));
  }
  return map_value()
      .set("judges", std::move(judges))
      .set("calls", count_value(judging.calls))
      .set("cached", count_value(judging.replayed))
      .set("tokens", usage_value(judging.tokens))
      .set("cost_usd", cost_value(judging.cost()))
      .set("known_cost_usd", cost_value(judging.known_cost));
}

Value summary_value(const RunSummary& summary) {
  Value value = map_value();
  value.set("cases", count_value(summary.cases))
      .set("passed", count_value(summary.passed))
      .set("failed", count_value(summary.failed))
      .set("errors", count_value(summary.errors))
      .set("quarantined", count_value(summary.quarantined))
      .set("flaky", texts_value(summary.flaky))
      .set("missing", count_value(summary.missing))
      .set("pass_rate", interval_value(summary.pass_rate, "value"))
      .set("score", interval_value(summary.score, "mean"))
      .set("latency_ms", quantiles_value(summary.latency_ms))
      .set("ttft_ms", quantiles_value(summary.first_token_ms))
      .set("tokens", usage_value(summary.tokens))
      .set("cost_usd", cost_value(summary.cost))
      .set("known_cost_usd", cost_value(summary.known_cost))
      .set("unknown_prices", texts_value(summary.unknown_prices))
      .set("cached", count_value(summary.replayed))
      .set("metrics", metrics_value(summary))
      .set("tags", tags_value(summary));
  if (!summary.judging.is_none()) {
    value.set("judging", judging_value(summary.judging));
  }
  if (summary.one_group) {
    value.set("one_group", boolean_value(true));
  }
  return summary.lost_unknown == 0 ? value : value.set("lost_unknown", count_value(summary.lost_unknown));
}

// Of an error, the latency is its last attempt's; of a replayed reply, that of the original call.
Value latency_value(const CaseResult& result) {
  if (result.error) {
    return result.error->attempts > 0 ? milliseconds_value(result.error->latency) : Value();
  }
  return result.response && result.response->latency ? milliseconds_value(*result.response->latency) : Value();
}

// What only some providers say.
void set_asides(Value& value, const Response* response) {
  const auto set = [&value](std::string name, const std::string& text) {
    if (!text.empty()) {
      value.set(std::move(name), text_value(text));
    }
  };
  if (response != nullptr) {
    set("thoughts", response->thoughts);
    set("fingerprint", response->fingerprint);
    set("request_id", response->request_id);
  }
}

void set_response(Value& value, const CaseResult& result) {
  const Response* response = result.response ? &*result.response : nullptr;
  const bool called = response != nullptr && !result.request_digest.empty();
  value.set("output", response ? text_value(response->text) : Value())
      .set("refusal", response && !response->refusal.empty() ? text_value(response->refusal) : Value())
      .set("finish_reason", called ? text_value(response->finish_reason) : Value())
      .set("model", called ? text_value(response->model) : Value());
  set_asides(value, response);
  value.set("assertions", assertions_value(result.score.assertions))
      .set("reason", text_value(result.score.reason))
      .set("latency_ms", latency_value(result))
      .set("ttft_ms", called && response->first_token ? milliseconds_value(*response->first_token) : Value())
      .set("queue_ms", called && !result.replayed ? milliseconds_value(response->queued) : Value())
      .set("usage", usage_value(response ? response->usage : Usage()))
      .set("cost_usd", cost_value(result.cost))
      .set("cached", boolean_value(result.replayed))
      .set("attempts", integer_value(response       ? response->attempts
                                     : result.error ? result.error->attempts
                                                    : 0));
}

Value error_value(const std::optional<ProviderError>& error) {
  if (!error) {
    return {};
  }
  return map_value()
      .set("kind", text_value(error_kind_name(error->kind)))
      .set("message", text_value(error->message))
      .set("status", error->status == 0 ? Value() : integer_value(error->status));
}

}  // namespace

Value run_value(const RunHeader& header, const RunSummary& summary) {
  Value value = map_value();
  value.set("format", text_value("promptctl-run 1"))
      .set("run", text_value(header.id))
      .set("tool", map_value().set("name", text_value("promptctl")).set("version", text_value(header.tool)))
      .set("prompt", map_value()
                         .set("id", text_value(header.prompt_id))
                         .set("address", text_value(header.prompt_address))
                         .set("digest", text_value(header.prompt_digest)))
      .set("suite", map_value().set("id", text_value(header.suite_id)).set("digest", text_value(header.suite_digest)))
      .set("dataset", map_value()
                          .set("digest", text_value(header.dataset_digest))
                          .set("cases", integer_value(header.dataset_cases)))
      .set("targets", texts_value(header.targets))
      .set("repeat", integer_value(header.repeat))
      .set("reducer", text_value(reducer_name(header.reducer)))
      .set("selection", text_value(header.selection))
      .set("source", map_value()
                         .set("commit", header.commit ? text_value(*header.commit) : Value())
                         .set("dirty", header.commit ? boolean_value(header.is_dirty()) : Value())
                         .set("uncommitted", header.commit ? texts_value(header.uncommitted) : Value()))
      .set("prices",
           header.provenance.price_table.layer.empty() ? Value() : price_origin_value(header.provenance.price_table))
      .set("verdict", text_value(verdict_name(summary.verdict)))
      .set("verdict_reason", text_value(summary.verdict_reason))
      .set("summary", summary_value(summary));
  if (!header.provenance.judges.empty()) {
    value.set("judges", judge_uses_value(header.provenance.judges));
  }
  if (!header.provenance.graded.empty()) {
    value.set("graded", text_value(header.provenance.graded));
  }
  return value;
}

Value result_value(const CaseResult& result) {
  Value value = map_value();
  value.set("case", text_value(result.case_id))
      .set("target", text_value(result.target))
      .set("repeat", integer_value(result.repeat))
      .set("tags", texts_value(result.tags))
      .set("group", result.group.empty() ? Value() : text_value(result.group))
      .set("critical", boolean_value(result.critical))
      .set("quarantined", boolean_value(result.quarantined))
      .set("request", result.request_digest.empty() ? Value() : text_value(result.request_digest))
      .set("passed", verdict_value(result.passed()))
      .set("score", result.response ? figure_value(result.score.value) : Value());
  set_response(value, result);
  value.set("error", error_value(result.error));
  if (!result.judging.empty()) {
    value.set("judging", judge_calls_value(result.judging));
  }
  if (result.lost != LostCost()) {
    value.set("lost_cost_usd", result.lost.unknown == 0 ? cost_value(result.lost.known) : Value());
  }
  return value;
}

}  // namespace promptctl
