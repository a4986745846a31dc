#include "codec/provenance_record.hpp"

#include "codec/ledger_fields.hpp"

namespace promptctl {
namespace {

std::string text_of(const Value& map, std::string_view name) {
  const Value* field = map.find(name);
  return field == nullptr ? std::string() : field->text;
}

PriceOrigin read_price_origin(const Value& map) {
  return {text_of(map, "layer"), text_of(map, "date"), text_of(map, "digest")};
}

}  // namespace

Value price_origin_value(const PriceOrigin& origin) {
  Value map = map_value();
  set_text(map, "layer", origin.layer);
  set_text(map, "date", origin.date);
  set_text(map, "digest", origin.digest);
  return map;
}

Value provenance_value(const Provenance& provenance) {
  Value map = map_value();
  set_text(map, "producer", provenance.producer);
  set_text(map, "ci_url", provenance.ci_url);
  if (provenance.from_fork) {
    map.set("from_fork", boolean_value(true));
  }
  set_text(map, "endpoint", provenance.endpoint);
  set_text(map, "prices", provenance.prices);
  if (!provenance.price_table.layer.empty()) {
    map.set("price_table", price_origin_value(provenance.price_table));
  }
  if (provenance.budget) {
    map.set("budget_usd", text_value(decimal_text(*provenance.budget)));
  }
  if (provenance.own_model) {
    map.set("own_model", boolean_value(true));
  }
  Value policies = map_value();
  for (const auto& [environment, digest] : provenance.policies) {
    policies.set(environment, text_value(digest));
  }
  return provenance.policies.empty() ? map : map.set("policies", std::move(policies));
}

Provenance read_provenance_value(const Value& map) {
  Provenance provenance;
  provenance.producer = text_of(map, "producer");
  provenance.ci_url = text_of(map, "ci_url");
  const Value* from_fork = map.find("from_fork");
  provenance.from_fork = from_fork != nullptr && from_fork->is_true();
  provenance.endpoint = text_of(map, "endpoint");
  provenance.prices = text_of(map, "prices");
  if (const Value* table = map.find("price_table")) {
    provenance.price_table = read_price_origin(*table);
  }
  provenance.budget = Usd::parse(text_of(map, "budget_usd"));
  const Value* own_model = map.find("own_model");
  provenance.own_model = own_model != nullptr && own_model->is_true();
  if (const Value* policies = map.find("policies")) {
    for (const Field& field : policies->fields) {
      provenance.policies[field.name] = field.value.text;
    }
  }
  return provenance;
}

}  // namespace promptctl
