#include "run/provenance_record.hpp"

#include "document/record_fields.hpp"

namespace promptctl {
namespace {

std::string text_of(const Value& map, std::string_view name) {
  const Value* field = map.find(name);
  return field == nullptr ? std::string() : field->text;
}

// What is empty is left out.
void set_texts(Value& map, const std::string& name, const std::map<std::string, std::string>& texts) {
  Value fields = map_value();
  for (const auto& [key, text] : texts) {
    fields.set(key, text_value(text));
  }
  if (!texts.empty()) {
    map.set(name, std::move(fields));
  }
}

std::map<std::string, std::string> texts_of(const Value& map, std::string_view name) {
  std::map<std::string, std::string> texts;
  if (const Value* fields = map.find(name)) {
    for (const Field& field : fields->fields) {
      texts[field.name] = field.value.text;
    }
  }
  return texts;
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
  set_text(map, "attempt", provenance.attempt);
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
  set_text(map, "trust_head", provenance.trust_head);
  set_text(map, "graded", provenance.graded);
  if (!provenance.judges.empty()) {
    map.set("judges", judge_uses_value(provenance.judges));
  }
  if (!provenance.judge_endpoints.empty()) {
    map.set("judge_endpoints", texts_value(provenance.judge_endpoints));
  }
  set_texts(map, "settings", provenance.settings);
  set_texts(map, "policies", provenance.policies);
  return map;
}

Provenance read_provenance_value(const Value& map) {
  Provenance provenance;
  provenance.producer = text_of(map, "producer");
  provenance.ci_url = text_of(map, "ci_url");
  provenance.attempt = text_of(map, "attempt");
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
  provenance.trust_head = text_of(map, "trust_head");
  provenance.graded = text_of(map, "graded");
  Diagnostics ignored;  // This program wrote it.
  if (const Value* judges = map.find("judges")) {
    provenance.judges = read_judge_uses(*judges, ignored);
  }
  if (const Value* endpoints = map.find("judge_endpoints")) {
    provenance.judge_endpoints = read_texts_value(*endpoints);
  }
  provenance.settings = texts_of(map, "settings");
  provenance.policies = texts_of(map, "policies");
  return provenance;
}

}  // namespace promptctl
