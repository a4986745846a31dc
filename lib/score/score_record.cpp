#include "score/score_record.hpp"

namespace promptctl {
namespace {

using Outcome = AssertionResult::Outcome;

// true, false, or null where the assertion could not tell.
Value outcome_value(Outcome outcome) {
  return outcome == Outcome::error ? Value() : boolean_value(outcome == Outcome::passed);
}

std::string text_at(const Value& map, std::string_view name) {
  const Value* field = map.find(name);
  return field == nullptr ? std::string() : field->text;
}

AssertionResult read_assertion(const Value& item) {
  AssertionResult assertion;
  assertion.type = text_at(item, "type");
  assertion.metric = text_at(item, "metric");
  assertion.reason = text_at(item, "reason");
  assertion.judge = text_at(item, "judge");
  assertion.said = text_at(item, "said");
  assertion.label = text_at(item, "label");
  assertion.said = assertion.label.empty() ? assertion.said : text_at(item, "word");
  assertion.doubt = find_doubt(text_at(item, "doubt"));
  const Value* passed = item.find("passed");
  const Value* score = item.find("score");
  const Value* weight = item.find("weight");
  const Value* required = item.find("required");
  assertion.outcome = passed == nullptr || passed->is_null() ? Outcome::error
                      : passed->is_true()                    ? Outcome::passed
                                                             : Outcome::failed;
  assertion.score = score == nullptr ? 0 : score->number();
  assertion.weight = weight == nullptr ? 1 : weight->number();
  assertion.required = required == nullptr || required->is_true();
  return assertion;
}

}  // namespace

Value assertions_value(const std::vector<AssertionResult>& assertions) {
  Value list = list_value({});
  for (const AssertionResult& assertion : assertions) {
    Value item = map_value();
    item.set("type", text_value(assertion.type))
        .set("metric", text_value(assertion.metric))
        .set("passed", outcome_value(assertion.outcome))
        .set("score", number_value(assertion.score))
        .set("weight", number_value(assertion.weight))
        .set("required", boolean_value(assertion.required))
        .set("reason", text_value(assertion.reason));
    if (!assertion.judge.empty()) {
      item.set("judge", text_value(assertion.judge)).set("said", text_value(assertion.said));
    }
    if (!assertion.label.empty()) {
      item.set("label", text_value(assertion.label)).set("word", text_value(assertion.said));
    }
    if (assertion.doubt) {
      item.set("doubt", text_value(doubt_name(*assertion.doubt)));
    }
    list.items.push_back(std::move(item));
  }
  return list;
}

std::vector<AssertionResult> read_assertions_value(const Value& list) {
  std::vector<AssertionResult> assertions;
  for (const Value& item : list.items) {
    assertions.push_back(read_assertion(item));
  }
  return assertions;
}

}  // namespace promptctl
