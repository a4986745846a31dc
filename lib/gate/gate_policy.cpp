#include "gate/gate_policy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/digest.hpp"
#include "base/units.hpp"
#include "document/field_reader.hpp"
#include "document/json.hpp"
#include "document/yaml.hpp"
#include "gate/principals.hpp"

namespace promptctl {
namespace {

using Bound = GateRule::Bound;

constexpr long long most_cases = 1'000'000'000;
constexpr std::array<std::string_view, 4> bound_names{"at_least", "at_most", "not_worse_by", "flips"};

enum class Unit { share, count, duration, money };

// What a figure's bounds are measured in; none: it can't have this bound.
struct Kind {
  std::string_view prefix;  // of the figure's name; empty: every other figure
  std::array<std::optional<Unit>, 4> units;
};

constexpr std::array<Kind, 7> kinds{{
    {"critical", {{std::nullopt, std::nullopt, std::nullopt, Unit::count}}},
    {"errors", {{std::nullopt, Unit::share, std::nullopt, std::nullopt}}},
    {"judge_errors", {{std::nullopt, Unit::share, std::nullopt, std::nullopt}}},
    {"latency_p", {{std::nullopt, Unit::duration, Unit::share, std::nullopt}}},
    {"first_token_p", {{std::nullopt, Unit::duration, Unit::share, std::nullopt}}},
    {"cost_per_case", {{std::nullopt, Unit::money, Unit::share, std::nullopt}}},
    {"", {{Unit::share, Unit::share, Unit::share, std::nullopt}}},
}};

const Kind& kind_of(std::string_view figure) {
  return *std::find_if(kinds.begin(), kinds.end(),
                       [figure](const Kind& kind) { return figure.starts_with(kind.prefix); });
}

constexpr std::array<std::string_view, 4> unit_hints{"write a share: 2%", "write a whole number: 0",
                                                     "write a time: 3s, 500ms", "write an amount: 0.01 USD"};

std::optional<double> measure(const Value& value, Unit unit) {
  if (value.is_number()) {
    const bool fits = unit == Unit::count ? value.is_integer() && value.number() >= 0
                                          : unit == Unit::share && value.number() >= 0 && value.number() <= 1;
    return fits ? std::optional(value.number()) : std::nullopt;
  }
  if (unit == Unit::share) {
    return parse_share(value.text);
  }
  if (unit == Unit::duration) {
    const auto duration = parse_duration(value.text);
    return duration ? std::optional(static_cast<double>(duration->count())) : std::nullopt;
  }
  constexpr double picodollars = 1e12;
  const auto money = unit == Unit::money ? parse_money(value.text) : std::nullopt;
  return money ? std::optional(static_cast<double>(money->picodollars()) / picodollars) : std::nullopt;
}

// The quantiles that are kept; a figure such as `latency_p97` has none.
bool is_known_figure(std::string_view figure) {
  constexpr std::array<std::string_view, 8> quantiles{"latency_p50",     "latency_p90",     "latency_p95",
                                                      "latency_p99",     "first_token_p50", "first_token_p90",
                                                      "first_token_p95", "first_token_p99"};
  const bool is_quantile = figure.starts_with("latency_") || figure.starts_with("first_token_");
  return !is_quantile || std::find(quantiles.begin(), quantiles.end(), figure) != quantiles.end();
}

class RuleReader {
 public:
  RuleReader(const Value& value, Diagnostics& diagnostics, std::vector<GateRule>& rules)
      : value_(value), diagnostics_(diagnostics), rule_(value, diagnostics), rules_(rules) {}

  void read() {
    common_.figure = rule_.required_text("metric");
    common_.tag = rule_.optional_text("tag").value_or("");
    common_.min_cases = rule_.optional_integer("min_cases", 1, most_cases);
    common_.corrected_by = rule_.optional_text("corrected_by").value_or("");
    if (!is_known_figure(common_.figure)) {
      diagnostics_.error("unknown-metric", value_.find("metric")->where,
                         fmt::format("`{}` is not measured", common_.figure),
                         "latency and first_token have _p50, _p90, _p95 and _p99");
    }
    bool bounded = false;
    for (std::size_t at = 0; at < bound_names.size(); ++at) {
      if (const Value* limit = rule_.optional_value(bound_names[at])) {
        bounded = true;
        read_bound(*limit, at);
      }
    }
    rule_.finish();
    if (value_.is_map() && !bounded) {
      diagnostics_.error("bad-bound", value_.where, "the rule bounds nothing",
                         fmt::format("add one of: {}", fmt::join(bound_names, ", ")));
    }
    check_correction();
    if (!common_.tag.empty() && !is_of_cases()) {
      diagnostics_.error("bad-bound", value_.find("tag")->where,
                         fmt::format("`{}` is not measured by tag", common_.figure));
    }
  }

 private:
  bool is_of_cases() const {
    const Kind& kind = kind_of(common_.figure);
    return kind.prefix.empty() || kind.prefix == "critical";
  }

  // Labels correct the metric of assertions, held against a limit.
  void check_correction() {
    const bool is_of_metric = kind_of(common_.figure).prefix.empty() && common_.figure != "pass_rate" &&
                              common_.figure != "score" && common_.figure != common_.corrected_by;
    const bool compares = value_.find("not_worse_by") != nullptr;
    if (!common_.corrected_by.empty() && (!is_of_metric || compares)) {
      diagnostics_.error("bad-bound", value_.find("corrected_by")->where,
                         "labels correct the metric of a judge, with `at_least` or `at_most`");
    }
  }

  void read_bound(const Value& limit, std::size_t bound) {
    const auto unit = kind_of(common_.figure).units.at(bound);
    const auto measured = unit ? measure(limit, *unit) : std::nullopt;
    if (!unit) {
      diagnostics_.error("bad-bound", limit.where,
                         fmt::format("`{}` can't have the bound `{}`", common_.figure, bound_names[bound]),
                         common_.figure == "critical" ? "write flips: 0" : "");
    } else if (!measured) {
      diagnostics_.error("bad-bound", limit.where,
                         fmt::format("`{}` of {} is no bound", bound_names[bound], common_.figure),
                         std::string(unit_hints.at(static_cast<std::size_t>(*unit))));
    } else {
      GateRule rule = common_;
      rule.bound = static_cast<Bound>(bound);
      rule.limit = *measured;
      rule.limit_text = display_text(limit);
      rules_.push_back(std::move(rule));
    }
  }

  const Value& value_;
  Diagnostics& diagnostics_;
  FieldReader rule_;
  std::vector<GateRule>& rules_;
  GateRule common_;
};

}  // namespace

namespace {

// `judges: calibrated`, and how well.
void read_judges(FieldReader& fields, GatePolicy& policy) {
  constexpr double usual_kappa = 0.6;
  const auto wanted = fields.optional_choice("judges", {"any", "calibrated"});
  const auto least = fields.optional_number("min_kappa");
  const Value* at = fields.map().find("min_kappa");
  if (least && (*least < 0 || *least > 1)) {
    fields.diagnostics().error("bad-bound", at->where, "`min_kappa` is a kappa, from 0 to 1");
  } else if (least && wanted != "calibrated") {
    fields.diagnostics().error("bad-bound", at->where, "`min_kappa` says how well judges are calibrated",
                               "write `judges: calibrated` too");
  }
  if (wanted == "calibrated") {
    policy.judges_kappa = least.value_or(usual_kappa);
  }
}

}  // namespace

GatePolicy read_gate(const Value& gate, Diagnostics& diagnostics) {
  GatePolicy policy;
  FieldReader fields(gate, diagnostics);
  policy.min_cases = fields.optional_integer("min_cases", 1, most_cases).value_or(1);
  policy.confidence = fields.optional_share("confidence");
  if (policy.confidence && (*policy.confidence < 0.5 || *policy.confidence >= 1)) {
    diagnostics.error("bad-bound", gate.find("confidence")->where, "a confidence is from 50% to less than 100%");
  }
  policy.max_evidence_age = fields.optional_duration("max_evidence_age");
  policy.allows_cassette = fields.optional_choice("cassette", {"allow", "refuse"}) == "allow";
  policy.signed_by = read_principals(fields, "signed_by");
  policy.producers = fields.optional_texts("producers");
  policy.endpoints = fields.optional_texts("endpoints");
  read_judges(fields, policy);
  if (const Value* rules = fields.optional_list("rules")) {
    for (const Value& rule : rules->items) {
      RuleReader(rule, diagnostics, policy.rules).read();
    }
  }
  fields.finish();
  if (gate.is_map() && gate.find("rules") == nullptr) {
    diagnostics.error("missing-key", gate.where, "the gate has no rules", "nothing passes by being empty: add `rules`");
  } else if (gate.is_map() && gate.find("rules")->items.empty()) {
    diagnostics.error("empty-list", gate.find("rules")->where, "the gate has no rules");
  }
  return policy;
}

std::optional<GatePolicy> read_policy_file(const SourcePointer& source, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  const auto document = read_yaml(source, diagnostics);
  if (!document) {
    return std::nullopt;
  }
  GatePolicy policy = read_gate(*document, diagnostics);
  return diagnostics.errors() == before ? std::optional(std::move(policy)) : std::nullopt;
}

}  // namespace promptctl
