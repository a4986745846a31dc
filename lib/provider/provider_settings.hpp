#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/value.hpp"
#include "exchange/data_class.hpp"

namespace promptctl {

struct Timeouts {
  std::chrono::milliseconds connect{10'000};
  std::chrono::milliseconds first_byte{60'000};
  std::chrono::milliseconds idle{60'000};
  std::chrono::milliseconds total{600'000};  // of one call, all its attempts and the waits between them
};

// How thoughts stand at the beginning of a text, where they do.
enum class ThinkTags {
  none,
  both,  // in <think> and </think>
  end    // the start is in the prompt: up to </think>
};

// A parameter that is left out on purpose.
struct Omission {
  std::string parameter;  // as by `parameters_value`, or as in `output_names`
  std::string model;      // empty: of every model
};

class Provider;
struct ProviderType;

// How to reach one provider.
struct ProviderSettings {
  std::string name;
  Location where;
  const ProviderType* type = nullptr;   // null: the entry names none, which is an error of promptctl.yaml
  std::shared_ptr<const Provider> api;  // of this type, with the entry's own settings; null where `type` is
  std::string base_url;                 // as configured; may hold ${VAR}, a query, and the path that the type would add
  std::string api_key;                  // as configured, "${OPENAI_API_KEY}"; resolved only when a request is sent
  std::map<std::string, std::string> headers;         // further ones; values may hold ${VAR} as well
  std::map<std::string, std::string> finish_reasons;  // words of this provider: which of `finish_reasons` they mean
  std::vector<Omission> omit;                         // what is not sent
  ThinkTags think_tags = ThinkTags::none;
  bool schema_in_prompt = false;  // a schema of replies is put into the prompt's text
  int concurrency = 16;
  int retries = 4;  // further attempts after the first
  Timeouts timeouts;
  std::optional<int> requests_per_minute;
  std::optional<long long> tokens_per_minute;
  int give_up_after = 10;  // calls in a row that ended in one error: the rest are not made
  DataClass max_data_class = DataClass::internal;
  std::string proxy;    // URL; empty: the environment's usual variables decide
  std::string ca_file;  // PEM file of the registry, or an absolute path; empty: the system's
  Value usual;          // what a well-known provider's type is told where its entry says nothing: a map
  Value entry;          // as written in promptctl.yaml; null: what holds without an entry

  // Filled in where requests are sent: see registry/destinations.hpp.
  std::string certificates;  // what stands in a `ca_file` of the registry
  std::string credentials;   // what stands in the file that the provider's own variable names
  std::string folder;        // where its program runs: the registry's root
  std::string program;       // SHA-256 of the files that its command names
  std::string barred;        // why nothing may be sent here; empty: requests may be
  std::string trust_head;    // what of this entry a pull request names, which --trust-head lets hold; empty: nothing
};

}  // namespace promptctl
