#include "price/price_table_check.hpp"

#include <fmt/format.h>

#include <set>
#include <string>

#include "base/regex.hpp"
#include "base/utc.hpp"
#include "document/field_reader.hpp"
#include "price/match_logic.hpp"
#include "price/price_reader.hpp"

namespace promptctl {
namespace {

constexpr std::string_view newest_format = "promptctl-prices 1";

void check_model(const Value& model, Diagnostics& diagnostics) {
  FieldReader fields(model, diagnostics);
  fields.required_text("id");
  if (const Value* match = fields.required_value("match")) {
    check_match_logic(*match, diagnostics);
  }
  if (const Value* prices = fields.required_value("prices")) {
    read_price_history(*prices, diagnostics);
  }
}

void check_pattern(FieldReader& fields) {
  const std::string pattern = fields.required_text("api_pattern");
  const auto regex = Regex::compile(pattern);
  if (const auto* error = std::get_if<RegexError>(&regex)) {
    fields.diagnostics().error("bad-regex", fields.map().find("api_pattern")->where,
                               fmt::format("not a regular expression: {}", error->message));
  }
}

void check_provider(const Value& provider, std::set<std::string>& ids, Diagnostics& diagnostics) {
  FieldReader fields(provider, diagnostics);
  const std::string id = fields.required_text("id");
  if (!id.empty() && !ids.insert(id).second) {
    diagnostics.error("duplicate-key", provider.find("id")->where, fmt::format("the provider `{}` is there twice", id));
  }
  check_pattern(fields);
  fields.optional_texts("fallback_model_providers");
  fields.required_value("models");
  if (const Value* models = fields.optional_list("models")) {
    for (const Value& model : models->items) {
      check_model(model, diagnostics);
    }
  }
}

void check_head(FieldReader& head) {
  const std::string format = head.required_text("format");
  if (!format.empty() && format != newest_format) {
    head.diagnostics().error("unknown-format", head.map().find("format")->where,
                             fmt::format("this promptctl reads `{}`", newest_format),
                             "a newer table needs a newer promptctl");
  }
  const std::string date = head.required_text("date");
  if (!date.empty() && !parse_utc(date + "T00:00:00Z")) {
    head.diagnostics().error("bad-date", head.map().find("date")->where, fmt::format("`{}` is no day", date),
                             "write it as 2026-01-31");
  }
  head.required_value("providers");
}

const Value* providers_of(const Value& document, Diagnostics& diagnostics) {
  if (document.is_list()) {
    return &document;
  }
  FieldReader head(document, diagnostics);
  check_head(head);
  return document.is_map() ? head.optional_list("providers") : nullptr;
}

}  // namespace

void check_price_table(const Value& document, Diagnostics& diagnostics) {
  const Value* providers = providers_of(document, diagnostics);
  if (providers == nullptr) {
    return;
  }
  if (providers->items.empty()) {
    diagnostics.error("empty-list", providers->where, "the table holds no provider");
  }
  std::set<std::string> ids;
  for (const Value& provider : providers->items) {
    check_provider(provider, ids, diagnostics);
  }
}

}  // namespace promptctl
