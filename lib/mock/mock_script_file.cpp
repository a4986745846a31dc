#include "mock/mock_script_file.hpp"

#include <fmt/format.h>

#include <utility>

#include "document/field_reader.hpp"
#include "document/yaml.hpp"
#include "exchange/response_record.hpp"

namespace promptctl {
namespace {

constexpr long long most_requests = 1'000'000'000;

void report_bad_delay(const Value& value, Diagnostics& diagnostics) {
  diagnostics.error("bad-duration", value.where, "not a time or a distribution of times",
                    "write 300ms, 200ms..900ms, or {p50: 300ms, p95: 900ms}");
}

std::optional<DelayDistribution> read_delay_text(const Value& value, Diagnostics& diagnostics) {
  const std::string_view text = value.text;
  const std::size_t dots = text.find("..");
  const auto low = parse_duration(text.substr(0, dots));
  const auto high = dots == std::string_view::npos ? low : parse_duration(text.substr(dots + 2));
  if (!low || !high || *high < *low) {
    report_bad_delay(value, diagnostics);
    return std::nullopt;
  }
  return DelayDistribution{DelayDistribution::Kind::uniform, *low, *high};
}

std::optional<DelayDistribution> read_delay(FieldReader& fields, std::string_view name) {
  const Value* value = fields.optional_value(name);
  if (value == nullptr) {
    return std::nullopt;
  }
  Diagnostics& diagnostics = fields.diagnostics();
  if (!value->is_map()) {
    return read_delay_text(*value, diagnostics);
  }
  FieldReader quantiles(*value, diagnostics);
  quantiles.required_value("p50");
  quantiles.required_value("p95");
  const auto median = quantiles.optional_duration("p50");
  const auto high = quantiles.optional_duration("p95");
  quantiles.finish();
  if (!median || !high) {
    return std::nullopt;
  }
  if (*high < *median || median->count() == 0) {
    report_bad_delay(*value, diagnostics);
    return std::nullopt;
  }
  return DelayDistribution{DelayDistribution::Kind::log_normal, *median, *high};
}

MockFault read_fault(const Value& value, Diagnostics& diagnostics) {
  using Kind = MockFault::Kind;
  static const std::vector<std::pair<std::string_view, Kind>> kinds{
      {"status", Kind::status}, {"stall", Kind::stall}, {"cut", Kind::cut}, {"malformed", Kind::malformed}};
  FieldReader fields(value, diagnostics);
  fields.required_value("kind");
  const auto name = fields.optional_choice("kind", {"status", "stall", "cut", "malformed"});
  MockFault fault;
  for (const auto& [known, kind] : kinds) {
    fault.kind = name == known ? kind : fault.kind;
  }
  fault.status = static_cast<int>(fields.optional_integer("status", 300, 599).value_or(fault.status));
  fault.retry_after = fields.optional_duration("retry_after");
  fault.every = fields.optional_integer("every", 1, most_requests).value_or(1);
  fault.first = fields.optional_integer("first", 1, most_requests).value_or(0);
  fields.finish();
  return fault;
}

std::vector<MockFault> read_faults(FieldReader& fields) {
  std::vector<MockFault> faults;
  if (const Value* list = fields.optional_list("faults")) {
    for (const Value& item : list->items) {
      faults.push_back(read_fault(item, fields.diagnostics()));
    }
  }
  return faults;
}

std::optional<MockLimit> read_limit(FieldReader& fields) {
  const Value* map = fields.optional_map("limit");
  if (map == nullptr) {
    return std::nullopt;
  }
  FieldReader limit(*map, fields.diagnostics());
  limit.required_value("requests_per_minute");
  const auto per_minute = limit.optional_integer("requests_per_minute", 1, most_requests);
  const auto burst = limit.optional_integer("burst", 1, most_requests);
  limit.finish();
  return per_minute ? std::optional(MockLimit{*per_minute, burst.value_or(*per_minute)}) : std::nullopt;
}

void read_when(const Value& value, MockRule& rule, Diagnostics& diagnostics) {
  FieldReader fields(value, diagnostics);
  rule.model = fields.optional_text("model").value_or("");
  rule.text = fields.optional_text("text").value_or("");
  rule.regex = fields.optional_text("regex").value_or("");
  fields.finish();
}

MockRule read_rule(const Value& value, Diagnostics& diagnostics) {
  FieldReader fields(value, diagnostics);
  MockRule rule;
  rule.where = value.where;
  if (const Value* when = fields.optional_map("when")) {
    read_when(*when, rule, diagnostics);
  }
  rule.reply = std::make_shared<const Source>("reply", fields.required_text("reply"));
  rule.thoughts = fields.optional_text("thoughts").value_or("");
  rule.finish_reason = fields.optional_text("finish_reason").value_or(rule.finish_reason);
  if (const Value* usage = fields.optional_map("usage")) {
    rule.usage = read_usage(*usage, diagnostics);
  }
  rule.latency = read_delay(fields, "latency");
  rule.token_delay = read_delay(fields, "token_delay");
  rule.faults = read_faults(fields);
  fields.finish();
  return rule;
}

}  // namespace

std::optional<MockScript> read_mock_script(const SourcePointer& source, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  const auto document = read_yaml(source, diagnostics);
  if (!document) {
    return std::nullopt;
  }
  FieldReader fields(*document, diagnostics);
  MockScript script;
  script.seed = static_cast<std::uint64_t>(fields.optional_integer("seed", 0, most_requests).value_or(0));
  script.latency = read_delay(fields, "latency").value_or(DelayDistribution());
  script.token_delay = read_delay(fields, "token_delay").value_or(DelayDistribution());
  script.limit = read_limit(fields);
  script.faults = read_faults(fields);
  fields.required_value("rules");
  if (const Value* rules = fields.optional_list("rules")) {
    for (const Value& item : rules->items) {
      script.rules.push_back(read_rule(item, diagnostics));
    }
  }
  fields.finish();
  return diagnostics.errors() == errors_before ? std::optional(std::move(script)) : std::nullopt;
}

}  // namespace promptctl
