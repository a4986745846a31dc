#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy.hpp"
#include "model/price.hpp"
#include "model/prompt.hpp"
#include "model/request.hpp"
#include "model/value.hpp"

namespace promptctl {

struct Timeouts {
  std::chrono::milliseconds connect{10'000};
  std::chrono::milliseconds first_byte{60'000};
  std::chrono::milliseconds idle{60'000};
  std::chrono::milliseconds total{600'000};  // of one call, all its attempts and the waits between them
};

// A type of provider, as far as settings may name it and its words.
struct ProviderKind {
  std::string_view name;
  std::vector<std::string_view> finish_reasons;  // that mark a whole answer
};

// How to reach one provider.
struct ProviderSettings {
  std::string name;
  Location where;
  std::string type;      // file name in wire/providers: "openai"
  std::string base_url;  // as configured; may hold ${VAR}, a query, and the path that the type would add
  std::string api_key;   // as configured, "${OPENAI_API_KEY}"; resolved only when a request is sent
  std::map<std::string, std::string> headers;         // further ones; values may hold ${VAR} as well
  std::map<std::string, std::string> finish_reasons;  // words of this provider: the word of its type that they mean
  int concurrency = 16;
  int retries = 4;  // further attempts after the first
  Timeouts timeouts;
  std::optional<int> requests_per_minute;
  DataClass max_data_class = DataClass::internal;
  std::string proxy;               // URL; empty: the environment's usual variables decide
  std::string ca_file;             // PEM file of the registry, or an absolute path; empty: the system's
  bool legacy_max_tokens = false;  // send `max_tokens`, which older servers know, not `max_completion_tokens`
  Value entry;                     // as written in promptctl.yaml; null: what holds without an entry

  // Filled in where requests are sent: see flow/destinations.hpp.
  std::string certificates;  // what stands in a `ca_file` of the registry
  std::string barred;        // why nothing may be sent here; empty: requests may be
  std::string trust_head;    // what of this entry a pull request names, which --trust-head lets hold; empty: nothing
};

// One stage prompts are promoted through.
struct Environment {
  std::string name;
  Location where;
  std::optional<std::string> after;                    // the environment a version must have been live in before
  std::optional<std::chrono::milliseconds> soak;       // and for how long, without a break
  std::optional<GatePolicy> gate;                      // none: order and soak alone
  std::optional<ApprovalPolicy> approvals;             // none: whoever may write promotes
  std::optional<std::vector<std::string>> overriders;  // addresses of those who may override; none: whoever may write
  Value conditions;                                    // as written: their digest is the policy's
};

// An event of the ledger that is trusted with all before it, and what the ledger held after it.
struct Checkpoint {
  long long seq = 0;
  std::string commit;  // full hex id
  std::string digest;  // of the content: see `Ledger::content_digest`

  bool operator==(const Checkpoint&) const = default;
};

// Whose signatures evidence and the ledger's events must bear.
struct SigningRules {
  std::string allowed_signers;  // path in the registry of a file in OpenSSH's allowed_signers format
  long long signed_from = 1;    // the number of the first event that must be signed; the largest there is: none must
};

// promptctl.yaml: the registry's settings.
struct Project {
  std::optional<Target> default_target;
  Location default_target_where;
  std::optional<int> default_concurrency;
  std::map<std::string, ProviderSettings> providers;
  std::map<std::string, PriceHistory> prices;  // by target name
  std::vector<Environment> environments;       // in order of promotion
  std::optional<SigningRules> signing;         // none: events need no signature
  std::optional<Checkpoint> checkpoint;        // where a clone that has verified nothing begins
};

// Null where it declares no environment of this name.
const Environment* find_environment(const Project& project, std::string_view name);

}  // namespace promptctl
