#include "run/judge_call.hpp"

#include "document/record_fields.hpp"
#include "exchange/response_record.hpp"

namespace promptctl {
namespace {

Value call_value(const JudgeCall& call) {
  Value value = map_value();
  value.set("target", text_value(call.target)).set("replayed", boolean_value(call.replayed));
  if (const auto* response = std::get_if<Response>(&call.outcome)) {
    value.set("answer", response_record(call.request_digest, *response));
  } else {
    const auto& error = std::get<ProviderError>(call.outcome);
    value.set("request", text_value(call.request_digest))
        .set("error", text_value(error_kind_name(error.kind)))
        .set("message", text_value(error.message))
        .set("attempts", integer_value(error.attempts));
  }
  if (call.cost) {
    value.set("cost_picousd", integer_value(call.cost->picodollars()));
  }
  if (call.lost.known != Usd() || call.lost.unknown > 0) {
    value.set("lost_picousd", integer_value(call.lost.known.picodollars()))
        .set("lost_unknown", integer_value(call.lost.unknown));
  }
  return value;
}

std::string text_at(const Value& map, std::string_view name) {
  const Value* field = map.find(name);
  return field == nullptr ? std::string() : field->text;
}

std::optional<long long> number_at(const Value& map, std::string_view name) {
  const Value* field = map.find(name);
  return field == nullptr ? std::nullopt : std::optional(std::stoll(field->text));
}

JudgeCall read_call(const Value& value) {
  JudgeCall call;
  call.target = text_at(value, "target");
  const Value* replayed = value.find("replayed");
  call.replayed = replayed != nullptr && replayed->is_true();
  Diagnostics faults;
  const Value* answer = value.find("answer");
  if (auto recorded = answer == nullptr ? std::nullopt : read_response_record(*answer, faults)) {
    call.request_digest = recorded->digest;
    recorded->response.cached = call.replayed;
    call.outcome = std::move(recorded->response);
  } else {
    call.request_digest = text_at(value, "request");
    ProviderError error =
        not_asked(find_error_kind(text_at(value, "error")).value_or(ProviderError::Kind::bad_response),
                  text_at(value, "message"));
    error.attempts = static_cast<int>(number_at(value, "attempts").value_or(0));
    call.outcome = std::move(error);
  }
  if (const auto cost = number_at(value, "cost_picousd")) {
    call.cost = Usd::picodollars(*cost);
  }
  call.lost = {Usd::picodollars(number_at(value, "lost_picousd").value_or(0)),
               static_cast<int>(number_at(value, "lost_unknown").value_or(0))};
  return call;
}

}  // namespace

Answers answers_of(const std::vector<JudgeCall>& calls) {
  Answers answers;
  for (const JudgeCall& call : calls) {
    answers.insert_or_assign(call.request_digest, call.outcome);
  }
  return answers;
}

LostCost fresh_cost(const std::vector<JudgeCall>& calls) {
  LostCost sum;
  for (const JudgeCall& call : calls) {
    sum += call.lost;
    if (!call.replayed && std::holds_alternative<Response>(call.outcome)) {
      sum += call.cost ? LostCost{*call.cost, 0} : LostCost{{}, 1};
    }
  }
  return sum;
}

Value judge_calls_value(const std::vector<JudgeCall>& calls) {
  Value list = list_value({});
  for (const JudgeCall& call : calls) {
    list.items.push_back(call_value(call));
  }
  return list;
}

std::vector<JudgeCall> read_judge_calls(const Value& list) {
  std::vector<JudgeCall> calls;
  for (const Value& item : list.items) {
    calls.push_back(read_call(item));
  }
  return calls;
}

}  // namespace promptctl
