#include "report/gate/gate_value.hpp"

#include "document/figure_value.hpp"
#include "document/value_list.hpp"

namespace promptctl {
namespace {

Value text_or_null(const std::string& text) {
  return text.empty() ? Value() : text_value(text);
}

Value rule_value(const RuleResult& rule) {
  return map_value()
      .set("rule", text_value(rule.rule))
      .set("outcome", text_value(gate_outcome_name(rule.outcome)))
      .set("figure", interval_value(rule.figure, "value"))
      .set("shown", text_value(rule.shown))
      .set("why", text_value(rule.why))
      .set("more_cases", rule.more_cases ? count_value(*rule.more_cases) : Value());
}

Value witness_value(const Witness& witness) {
  return map_value()
      .set("answered_by", text_value(witness.answered_by))
      .set("signed_by", text_or_null(witness.signed_by))
      .set("attempt", text_or_null(witness.attempt))
      .set("trust_head", text_or_null(witness.trust_head))
      .set("judged_again", boolean_value(witness.judged_again));
}

Value decision_value(const SuiteDecision& suite) {
  return map_value()
      .set("suite", text_value(suite.suite))
      .set("model", text_value(suite.target))
      .set("evidence", text_or_null(suite.evidence))
      .set("witness", suite.evidence.empty() ? Value() : witness_value(suite.witness))
      .set("live_evidence", text_or_null(suite.live_evidence))
      .set("live_witness", suite.live_evidence.empty() ? Value() : witness_value(suite.live_witness))
      .set("notes", texts_value(suite.notes))
      .set("rules", list_of(suite.rules, rule_value));
}

}  // namespace

Value gate_value(const GateReport& report) {
  return map_value()
      .set("prompt", text_value(report.prompt))
      .set("digest", text_value(report.digest))
      .set("against", text_or_null(report.against))
      .set("against_digest", text_or_null(report.against_digest))
      .set("gate", text_value(report.gate))
      .set("policy", text_value(report.policy))
      .set("outcome", text_value(gate_outcome_name(report.outcome)))
      .set("level", figure_value(report.level))
      .set("family", count_value(report.family))
      .set("suites", list_of(report.suites, decision_value));
}

}  // namespace promptctl
