#include "cli/gate_policy_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/digest.hpp"
#include "codec/gate_policy.hpp"
#include "codec/json.hpp"
#include "world/disk_files.hpp"

namespace promptctl::cli {
namespace {

constexpr std::string_view usual_rules =
    "cassette: allow\n"
    "rules:\n"
    "  - {metric: pass_rate, not_worse_by: 5%}\n"
    "  - {metric: critical, flips: 0}\n"
    "  - {metric: errors, at_most: 1%}\n";

ChosenPolicy read_policy(const std::string& name, std::string text) {
  Diagnostics diagnostics;
  auto policy = read_policy_file(std::make_shared<const Source>(name, std::move(text)), diagnostics);
  if (!policy) {
    throw Failure(diagnostics.sorted().front());
  }
  return {std::move(*policy), name, ""};
}

ChosenPolicy policy_of(const Environment& environment) {
  return {*environment.gate, environment.name, sha256(canonical_json(environment.conditions))};
}

}  // namespace

ChosenPolicy environment_policy(LedgerSession& session, const std::string& name) {
  const Environment& environment = require_environment(session.policy(LedgerSession::Freshness::known), name);
  if (!environment.gate) {
    throw Failure("no-gate", fmt::format("{} has no gate", name),
                  "write `gate` under the environment in promptctl.yaml, and merge it");
  }
  return policy_of(environment);
}

ChosenPolicy file_policy(const std::string& path, const Session& session) {
  auto text = DiskFiles("").read(in_session(session, path).string());
  if (!text) {
    throw Failure("missing-file", whole_file(path), "there is no such file");
  }
  return read_policy(path, std::move(*text));
}

ChosenPolicy usual_policy() {
  return read_policy("promptctl's own policy", std::string(usual_rules));
}

ChosenPolicy first_policy(LedgerSession& session) {
  const auto& environments = session.policy(LedgerSession::Freshness::known).environments;
  const auto found = std::find_if(environments.begin(), environments.end(),
                                  [](const Environment& environment) { return environment.gate.has_value(); });
  return found == environments.end() ? usual_policy() : policy_of(*found);
}

}  // namespace promptctl::cli
