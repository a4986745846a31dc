#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/value.hpp"
#include "exchange/request.hpp"
#include "gate/policy.hpp"
#include "price/price.hpp"
#include "provider/provider_settings.hpp"

namespace promptctl {

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
  std::optional<Target> embedder;  // the model that makes embeddings
  std::optional<Target> judge;     // the model that judges, where neither suite nor judge names one
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
