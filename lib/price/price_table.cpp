#include "price/price_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/digest.hpp"
#include "base/regex.hpp"
#include "base/text.hpp"
#include "document/json.hpp"
#include "document/value.hpp"
#include "embedded/prices.hpp"
#include "price/match_logic.hpp"
#include "price/price_reader.hpp"
#include "price/price_table_check.hpp"

namespace promptctl {
namespace {

std::string text_at(const Value& map, std::string_view name) {
  const Value* field = map.find(name);
  return field != nullptr && field->is_text() ? field->text : std::string();
}

const std::vector<Value>& items_at(const Value& map, std::string_view name) {
  static const std::vector<Value> none;
  const Value* field = map.find(name);
  return field == nullptr ? none : field->items;
}

// A day that is written compactly in a name, "-20250514", as other names have it: "-2025-05-14".
std::string with_dashed_days(std::string_view name) {
  static const auto day = std::get<Regex>(Regex::compile("-(20\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?=-|:|$)"));
  std::string dashed;
  std::size_t copied = 0;
  day.each_match(name, [&](const Match& match) {
    dashed += name.substr(copied, match.begin - copied);
    dashed += fmt::format("-{}-{}-{}", *match.groups[1], *match.groups[2], *match.groups[3]);
    copied = match.end;
  });
  return dashed.append(name.substr(copied));
}

const Value* find_model(const Value& provider, std::string_view name) {
  const std::vector<Value>& models = items_at(provider, "models");
  const auto fits = [name](const Value& model) {
    const Value* logic = model.find("match");
    return logic != nullptr && matches(*logic, name);
  };
  const auto model = std::find_if(models.begin(), models.end(), fits);
  return model == models.end() ? nullptr : &*model;
}

bool is_address_of(const Value& provider, std::string_view base_url) {
  const auto pattern = Regex::compile(fmt::format("^(?:{})", text_at(provider, "api_pattern")));
  return std::holds_alternative<Regex>(pattern) && std::get<Regex>(pattern).search(base_url).matched();
}

PricedModel priced(const Value& provider, const Value& model) {
  Diagnostics ignored;  // A table is checked as a whole when it is read, and the built-in one by a test.
  const Value* prices = model.find("prices");
  return {text_at(provider, "id"), text_at(model, "id"),
          prices == nullptr ? PriceHistory() : read_price_history(*prices, ignored),
          prices == nullptr ? std::vector<std::string>() : uncounted_units(*prices)};
}

std::string source_text(const Value& head) {
  const Value* source = head.find("source");
  if (source == nullptr) {
    return {};
  }
  return source->is_text() ? source->text
                           : fmt::format("{} {}", text_at(*source, "package"), text_at(*source, "version"));
}

}  // namespace

struct PriceTable::Content {
  Content(Value whole, std::string_view bytes)
      : document(std::move(whole)),
        providers(document.is_list() ? document.items : items_at(document, "providers")),
        date(text_at(document, "date")),
        source(source_text(document)),
        digest(sha256(bytes)) {}
  Content(const Content&) = delete;
  Content& operator=(const Content&) = delete;

  const Value* find_provider(std::string_view id) const {
    const auto is_it = [id](const Value& provider) { return text_at(provider, "id") == id; };
    const auto found = std::find_if(providers.begin(), providers.end(), is_it);
    return found == providers.end() ? nullptr : &*found;
  }

  const Value* find_provider_at(std::string_view base_url) const {
    if (base_url.empty()) {
      return nullptr;
    }
    const auto is_it = [base_url](const Value& provider) { return is_address_of(provider, base_url); };
    const auto found = std::find_if(providers.begin(), providers.end(), is_it);
    return found == providers.end() ? nullptr : &*found;
  }

  // Of the provider itself, or of those whose models it sells.
  std::optional<PricedModel> find(const Value& provider, std::string_view name) const {
    if (const Value* model = find_model(provider, name)) {
      return priced(provider, *model);
    }
    for (const Value& id : items_at(provider, "fallback_model_providers")) {
      const Value* other = find_provider(id.text);
      const Value* model = other == nullptr ? nullptr : find_model(*other, name);
      if (model != nullptr) {
        return priced(*other, *model);
      }
    }
    return std::nullopt;
  }

  Value document;
  const std::vector<Value>& providers;  // of the document
  std::string date;
  std::string source;
  std::string digest;
};

PriceTable::PriceTable(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

std::optional<PriceTable> PriceTable::read(const SourcePointer& source, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  auto document = read_json(source, diagnostics);
  if (document) {
    check_price_table(*document, diagnostics);
  }
  if (!document || diagnostics.errors() != errors_before) {
    return std::nullopt;
  }
  return PriceTable(std::make_shared<const Content>(std::move(*document), source->text()));
}

PriceTable PriceTable::built_in() {
  const std::string_view bytes = embedded::prices();
  return PriceTable(std::make_shared<const Content>(parse_json(bytes).value_or(Value()), bytes));
}

std::optional<PricedModel> PriceTable::find(const Target& target, std::string_view base_url) const {
  const Value* named = content_->find_provider(target.provider);
  const Value* provider = named != nullptr ? named : content_->find_provider_at(base_url);
  if (provider == nullptr) {
    return std::nullopt;
  }
  const std::string name = lower_ascii(trim(target.model));
  auto model = content_->find(*provider, name);
  return model ? model : content_->find(*provider, with_dashed_days(name));
}

std::vector<PricedModel> PriceTable::find_everywhere(std::string_view model) const {
  const std::string name = lower_ascii(trim(model));
  std::vector<PricedModel> all;
  for (const Value& provider : content_->providers) {
    if (const Value* found = find_model(provider, name)) {
      all.push_back(priced(provider, *found));
    }
  }
  return all;
}

bool PriceTable::has_provider(std::string_view id) const {
  return content_->find_provider(id) != nullptr;
}

std::vector<std::string> PriceTable::names() const {
  std::vector<std::string> names;
  for (const Value& provider : content_->providers) {
    for (const Value& model : items_at(provider, "models")) {
      names.push_back(fmt::format("{}/{}", text_at(provider, "id"), text_at(model, "id")));
    }
  }
  return names;
}

const std::string& PriceTable::date() const {
  return content_->date;
}

const std::string& PriceTable::source() const {
  return content_->source;
}

const std::string& PriceTable::digest() const {
  return content_->digest;
}

}  // namespace promptctl
