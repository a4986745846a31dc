#include "score/assertion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "document/field_reader.hpp"
#include "score/finding.hpp"

namespace promptctl {
namespace {

using Outcome = AssertionResult::Outcome;

constexpr std::string_view negation = "not-";
constexpr double rounding = 1e-9;

const AssertionType* find_type(const Value& where, std::string_view written, Diagnostics& diagnostics) {
  const std::string_view name = written.starts_with(negation) ? written.substr(negation.size()) : written;
  const AssertionType* type = assertion_type_of(written);
  if (type == nullptr && !written.empty()) {
    std::vector<std::string_view> names;
    for (const AssertionType* known : assertion_types()) {
      names.push_back(known->name);
    }
    const std::string suggestion = did_you_mean(name, names);
    diagnostics.error("unknown-assertion", where.where, fmt::format("there is no assertion `{}`", written),
                      suggestion.empty() ? fmt::format("assertions: {}", fmt::join(names, ", ")) : suggestion);
  }
  return type;
}

double read_weight(FieldReader& fields) {
  const double weight = fields.optional_number("weight").value_or(1);
  constexpr double most = 1e6;
  if (weight < 0 || weight > most) {
    fields.diagnostics().error("out-of-range", fields.map().find("weight")->where,
                               "`weight` must be a number from 0 to 1000000");
  }
  return weight;
}

Finding negated(const Assertion& assertion, Finding finding, const Subject& subject) {
  if (finding.nothing_to_compare || finding.outcome == Outcome::error) {
    return finding;
  }
  const bool held = finding.outcome == Outcome::passed;
  finding.outcome = held ? Outcome::failed : Outcome::passed;
  finding.score = 1 - finding.score;
  finding.asks_for_blank = false;
  finding.reason.clear();
  if (held) {
    const std::string value = assertion.value.empty() ? "" : fmt::format(" {}", in_quotes(assertion.value));
    finding.reason = fmt::format("`{}`{} holds, but must not; the reply is {}", assertion.type.substr(negation.size()),
                                 value, in_quotes(subject.text));
  }
  return finding;
}

Finding not_asked_yet(const std::vector<Need>& needs) {
  Finding finding = undecided(fmt::format("the judge `{}` was not asked", needs.front().judge));
  finding.judge = needs.front().judge;
  finding.doubt = Doubt::not_asked;
  return finding;
}

}  // namespace

const AssertionType* assertion_type_of(std::string_view written) {
  return find_assertion_type(written.starts_with(negation) ? written.substr(negation.size()) : written);
}

std::optional<Assertion> read_assertion(const Value& written, bool required, const Judges& judges,
                                        Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  FieldReader fields(written, diagnostics);
  Assertion assertion;
  assertion.type = fields.required_text("type");
  assertion.weight = read_weight(fields);
  assertion.required = fields.optional_boolean("required").value_or(required);
  assertion.metric = fields.optional_text("metric").value_or("");
  if (assertion.metric.find("{{") != std::string::npos) {
    fields.diagnostics().error("bad-name", fields.map().find("metric")->where, "a metric's name is no template",
                               "names go into evidence and into the ledger, where no text of a case may be");
  }
  assertion.negated = assertion.type.starts_with(negation);
  const Value* name = written.find("type");
  const AssertionType* type = name == nullptr ? nullptr : find_type(*name, assertion.type, diagnostics);
  if (type == nullptr) {
    return std::nullopt;
  }
  if (const Value* value = written.find("value")) {
    assertion.value = written_text(*value);
  }
  assertion.check = type->make(fields, judges);
  fields.finish();
  return diagnostics.errors() == errors_before ? std::optional(std::move(assertion)) : std::nullopt;
}

Judged judge(const Assertion& assertion, const Subject& subject, const Answers& answers) {
  Step step = assertion.check(subject, answers);
  auto* needs = std::get_if<std::vector<Need>>(&step);
  Finding finding = needs != nullptr ? not_asked_yet(*needs) : std::get<Finding>(std::move(step));
  if (assertion.negated) {
    finding = negated(assertion, std::move(finding), subject);
  }
  return {{assertion.type, assertion.metric, finding.outcome, assertion.required, std::clamp(finding.score, 0.0, 1.0),
           assertion.weight, finding.reason, finding.judge, finding.said, finding.doubt, finding.label},
          finding.asks_for_blank,
          needs != nullptr ? std::move(*needs) : std::vector<Need>()};
}

std::vector<Need> needs_of(const std::vector<Judged>& judged) {
  std::vector<Need> all;
  for (const Judged& one : judged) {
    for (const Need& need : one.needs) {
      const bool is_known =
          std::any_of(all.begin(), all.end(), [&need](const Need& known) { return known.digest == need.digest; });
      if (!is_known) {
        all.push_back(need);
      }
    }
  }
  return all;
}

bool ask_for_blank(const std::vector<Judged>& judged) {
  const bool any_required =
      std::any_of(judged.begin(), judged.end(), [](const Judged& one) { return one.result.required; });
  return std::any_of(judged.begin(), judged.end(), [any_required](const Judged& one) {
    const bool counts = any_required ? one.result.required : one.result.weight > 0;
    return one.asks_for_blank && counts && one.result.outcome == Outcome::passed;
  });
}

std::vector<AssertionResult> results_of(std::vector<Judged> judged) {
  std::vector<AssertionResult> results;
  results.reserve(judged.size());
  for (Judged& one : judged) {
    results.push_back(std::move(one.result));
  }
  return results;
}

bool has_required(const std::vector<AssertionResult>& results, Outcome outcome) {
  return std::any_of(results.begin(), results.end(),
                     [outcome](const AssertionResult& result) { return result.required && result.outcome == outcome; });
}

double weighted_mean(const std::vector<AssertionResult>& results, double unknown) {
  double total = 0;
  double weight = 0;
  for (const AssertionResult& result : results) {
    total += result.weight * (result.outcome == Outcome::error ? unknown : result.score);
    weight += result.weight;
  }
  return weight > 0 ? total / weight : 0;
}

std::optional<bool> reaches(const std::vector<AssertionResult>& results, double threshold) {
  const double least = threshold * (1 - rounding);  // Relative, or a tiny threshold would be reached by nothing.
  const bool at_least = weighted_mean(results, 0) >= least;
  const bool at_most = weighted_mean(results, 1) >= least;
  return at_least == at_most ? std::optional(at_least) : std::nullopt;
}

}  // namespace promptctl
