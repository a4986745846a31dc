// `otel`: one result a line with the names of OpenTelemetry's GenAI conventions, which dashboards of traces know.

#include <ostream>

#include "base/utc.hpp"
#include "document/figure_value.hpp"
#include "document/json.hpp"
#include "document/value_list.hpp"
#include "exchange/request.hpp"
#include "exchange/response_record.hpp"
#include "report/run/formats.hpp"

namespace promptctl {
namespace {

// https://github.com/open-telemetry/semantic-conventions-genai, gen_ai.usage.*: those that it has a name for.
void set_usage(Value& attributes, const Usage& usage) {
  const auto set = [&attributes](const char* name, const std::optional<long long>& count) {
    if (count) {
      attributes.set(name, integer_value(*count));
    }
  };
  set("gen_ai.usage.input_tokens", usage.input);
  set("gen_ai.usage.output_tokens", usage.output);
  set("gen_ai.usage.cache_read.input_tokens", usage.cached);
  set("gen_ai.usage.cache_creation.input_tokens", usage.cache_write);
  set("gen_ai.usage.reasoning.output_tokens", usage.reasoning);
}

void set_response(Value& attributes, const Response& response) {
  if (!response.model.empty()) {
    attributes.set("gen_ai.response.model", text_value(response.model));
  }
  if (!response.finish_reason.empty()) {
    attributes.set("gen_ai.response.finish_reasons", texts_value({response.finish_reason}));
  }
  if (response.first_token) {
    constexpr double second = 1e6;
    attributes.set("gen_ai.response.time_to_first_chunk",
                   figure_value(static_cast<double>(response.first_token->count()) / second));
  }
  set_usage(attributes, response.usage);
}

Value attributes_value(const RunHeader& header, const CaseResult& result) {
  const auto target = find_target(result.target);
  Value attributes = map_value();
  attributes.set("gen_ai.operation.name", text_value("chat"))
      .set("gen_ai.provider.name", text_value(target ? target->provider : ""))
      .set("gen_ai.request.model", text_value(target ? target->model : result.target));
  if (result.response) {
    set_response(attributes, *result.response);
  }
  if (result.error) {
    attributes.set("error.type", text_value(error_kind_name(result.error->kind)));
  }
  attributes.set("promptctl.run", text_value(header.id))
      .set("promptctl.run.started", text_value(utc_text(header.started)))
      .set("promptctl.prompt", text_value(header.prompt_id))
      .set("promptctl.prompt.digest", text_value(header.prompt_digest))
      .set("promptctl.suite", text_value(header.suite_id))
      .set("promptctl.case", text_value(result.case_id))
      .set("promptctl.repeat", integer_value(result.repeat))
      .set("promptctl.tags", texts_value(result.tags))
      .set("promptctl.replayed", boolean_value(result.replayed))
      .set("promptctl.cost_usd", cost_value(result.cost));
  return attributes;
}

std::string_view label_of(AssertionResult::Outcome outcome) {
  return outcome == AssertionResult::Outcome::passed   ? "pass"
         : outcome == AssertionResult::Outcome::failed ? "fail"
                                                       : "error";
}

// The reason of an assertion quotes the reply, and stays out.
Value event_value(const AssertionResult& assertion) {
  return map_value()
      .set("name", text_value("gen_ai.evaluation.result"))
      .set("attributes",
           map_value()
               .set("gen_ai.evaluation.name", text_value(assertion.metric.empty() ? assertion.type : assertion.metric))
               .set("gen_ai.evaluation.score.value", figure_value(assertion.score))
               .set("gen_ai.evaluation.score.label", text_value(label_of(assertion.outcome))));
}

Value span_value(const RunHeader& header, const CaseResult& result) {
  const auto target = find_target(result.target);
  const bool is_timed = result.response && result.response->latency;
  return map_value()
      .set("name", text_value("chat " + (target ? target->model : result.target)))
      .set("kind", text_value("client"))
      .set("status", text_value(result.error ? "error" : "ok"))
      .set("duration_ms", is_timed ? milliseconds_value(*result.response->latency) : Value())
      .set("attributes", attributes_value(header, result))
      .set("events", list_of(result.score.assertions, event_value));
}

void write(std::span<const RunReport> runs, const ReportStyle&, std::ostream& out) {
  for (const RunReport& run : runs) {
    run.each_result([&](const CaseResult& result) { out << compact_json(span_value(run.header, result)) << "\n"; });
  }
}

}  // namespace

const ReportFormat otel_format{"otel", "one result a line, in OpenTelemetry's names, without any text", write,
                               spelled_in_json};

}  // namespace promptctl
