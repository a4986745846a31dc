#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "document/field_reader.hpp"
#include "provider/provider.hpp"
#include "provider/provider_settings.hpp"

namespace promptctl {

// A word of an API for how an answer ended, and which of `finish_reasons` (exchange/finish_reason.hpp) it means.
struct FinishWord {
  std::string_view word;
  std::string_view meaning;
};

// A provider that many use: a target may name it without an entry in promptctl.yaml.
struct KnownProvider {
  std::string_view name;
  std::string_view base_url;         // may hold ${VAR}
  std::string_view api_key;          // "${OPENAI_API_KEY}"; empty: none
  std::string_view settings = "{}";  // what its type is told of it, as an entry of promptctl.yaml would, in JSON
};

// A kind of model API. One file in types/ each.
struct ProviderType {
  std::string_view name;
  std::string_view summary;

  // The words that mark an answer as whole. A provider's settings may map further ones; an answer that ends in any
  // other, or in none, is an error.
  std::span<const FinishWord> finish_words;

  // What a stream says last; empty where it just ends.
  std::string_view end_mark;

  std::span<const KnownProvider> known;

  // Reads this type's own settings, and makes the provider of them; faults are reported, and leave what is usual.
  std::shared_ptr<const Provider> (*make)(FieldReader& settings);

  // Whether a program answers in a server's place: then it has no address, key, headers or proxy.
  bool is_program = false;

  // Whether what it calls a model is one, and not a deployment or whatever else its user has named so.
  bool names_models = true;
};

std::span<const ProviderType* const> provider_types();

// Null when there is no such type.
const ProviderType* find_provider_type(std::string_view name);

// A provider of this type that says nothing of itself.
ProviderSettings plain_provider(std::string_view name, const ProviderType& type);

// One that many use, as it is without an entry.
ProviderSettings known_provider(const KnownProvider& known, const ProviderType& type);

}  // namespace promptctl
