#include "codec/environment_conditions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "model/address.hpp"
#include "model/field_reader.hpp"

namespace promptctl {
namespace {

constexpr long long most_cases = 1'000'000'000;

// A bound is a share, a duration, an amount of money or a plain number, as its metric wants.
void check_bound(FieldReader& rule, std::string_view name) {
  const Value* bound = rule.optional_value(name);
  const bool fits =
      bound == nullptr || bound->is_number() ||
      (bound->is_text() && (parse_share(bound->text) || parse_duration(bound->text) || parse_money(bound->text)));
  if (!fits) {
    rule.diagnostics().error("bad-bound", bound->where, fmt::format("`{}` is no bound", name),
                             "write a share (2%), a duration (3s), an amount (0.01 USD) or a number");
  }
}

void check_rule(const Value& value, Diagnostics& diagnostics) {
  FieldReader rule(value, diagnostics);
  rule.required_text("metric");
  rule.optional_text("tag");
  constexpr std::array<std::string_view, 4> bounds{"at_least", "at_most", "not_worse_by", "flips"};
  bool bounded = false;
  for (const std::string_view bound : bounds) {
    check_bound(rule, bound);
    bounded = bounded || value.find(bound) != nullptr;
  }
  if (value.is_map() && !bounded) {
    diagnostics.error("bad-bound", value.where, "the rule bounds nothing",
                      fmt::format("add one of: {}", fmt::join(bounds, ", ")));
  }
  rule.finish();
}

void check_gate(const Value& value, Diagnostics& diagnostics) {
  FieldReader gate(value, diagnostics);
  gate.optional_integer("min_cases", 1, most_cases);
  gate.optional_share("confidence");
  gate.optional_duration("max_evidence_age");
  gate.optional_choice("cassette", {"allow", "refuse"});
  if (const Value* rules = gate.optional_list("rules")) {
    for (const Value& rule : rules->items) {
      check_rule(rule, diagnostics);
    }
  }
  gate.finish();
}

}  // namespace

Environment read_environment(const Field& environment, const Value& all, Diagnostics& diagnostics) {
  Environment read{environment.name, environment.where, {}, {}, false, environment.value};
  if (!is_environment_name(environment.name)) {
    diagnostics.error("bad-name", environment.where, fmt::format("`{}` is no name of an environment", environment.name),
                      "a letter, then letters, digits, `-` and `_`; not `latest`");
  }
  if (environment.value.is_null()) {
    return read;
  }
  FieldReader fields(environment.value, diagnostics);
  read.after = fields.optional_text("after");
  std::vector<std::string_view> earlier;
  for (const Field& field : all.fields) {
    if (&field == &environment) {
      break;
    }
    earlier.push_back(field.name);
  }
  if (read.after && std::find(earlier.begin(), earlier.end(), *read.after) == earlier.end()) {
    diagnostics.error("unknown-environment", environment.value.find("after")->where,
                      fmt::format("no environment `{}` before `{}`", *read.after, environment.name),
                      did_you_mean(*read.after, earlier));
  }
  read.soak = fields.optional_duration("soak");
  if (read.soak && !read.after) {
    diagnostics.error("missing-key", environment.value.find("soak")->where, "`soak` needs `after`",
                      "name the environment where a version must have been live for so long");
  }
  if (const Value* gate = fields.optional_map("gate")) {
    read.has_gate = true;
    check_gate(*gate, diagnostics);
  }
  fields.finish();
  return read;
}

}  // namespace promptctl
