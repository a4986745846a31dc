#include "cli/evaluate/gate_policy_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <utility>

#include "cli/ledger/prompt_source.hpp"
#include "gate/gate_policy.hpp"
#include "registry/environment_conditions.hpp"
#include "world/system/disk_files.hpp"

namespace promptctl::cli {
namespace {

constexpr std::string_view usual_rules =
    "cassette: allow\n"
    "rules:\n"
    "  - {metric: pass_rate, not_worse_by: 5%}\n"
    "  - {metric: critical, flips: 0}\n"
    "  - {metric: errors, at_most: 1%}\n";

std::optional<ChosenPolicy> read_policy(const SourcePointer& source, Diagnostics& diagnostics) {
  auto policy = read_policy_file(source, diagnostics);
  return policy ? std::optional(ChosenPolicy{std::move(*policy), source->path(), ""}) : std::nullopt;
}

ChosenPolicy usual_rules_policy() {
  Diagnostics diagnostics;
  auto policy =
      read_policy(std::make_shared<const Source>("promptctl's own policy", std::string(usual_rules)), diagnostics);
  if (!policy) {
    throw std::logic_error("promptctl's own policy can't be read");
  }
  return std::move(*policy);
}

AllowedSigners main_signers(LedgerSession& session) {
  const Project& project = session.policy(LedgerSession::Freshness::known);
  return signers_of(project, *session.policy_files());
}

ChosenPolicy gate_of(const Environment& environment, AllowedSigners signers) {
  if (!environment.gate) {
    throw Failure("no-gate", fmt::format("{} has no gate", environment.name),
                  "write `gate` under the environment in promptctl.yaml, and merge it");
  }
  return {*environment.gate, environment.name, conditions_digest(environment), std::move(signers)};
}

}  // namespace

ChosenPolicy environment_policy(LedgerSession& session, const std::string& name) {
  session.require_policy();
  const Environment& environment = require_environment(session.policy(LedgerSession::Freshness::known), name);
  return gate_of(environment, main_signers(session));
}

std::optional<ChosenPolicy> file_policy(const std::string& path, LedgerSession& session, const TrustOptions& trust) {
  const Session& run = session.session;
  Diagnostics diagnostics;
  const auto base = base_revision(run, trust);
  const auto inside = base ? in_repository(run.directory, path) : std::nullopt;
  const auto source = inside ? base_files(*base, inside->top, run.environment)->read(inside->path, diagnostics)
                             : read_source(run.directory, path);
  if (!source && !diagnostics.has_errors()) {
    throw inside ? Failure("missing-file", whole_file(path),
                           fmt::format("{} has no such file, and a pull request's own policy does not count",
                                       shown_revision(*base)),
                           "merge the policy first")
                 : Failure("missing-file", whole_file(path), "there is no such file");
  }
  auto policy = source ? read_policy(source, diagnostics) : std::nullopt;
  print(diagnostics, run.err);
  if (policy) {
    policy->signers = main_signers(session);
  }
  return policy;
}

ChosenPolicy usual_policy(LedgerSession& session) {
  ChosenPolicy policy = usual_rules_policy();
  policy.signers = main_signers(session);
  return policy;
}

ChosenPolicy revision_policy(const std::string& revision, const std::string& environment, LedgerSession& session) {
  Diagnostics diagnostics;
  const auto registry = commit_registry(revision, session.workspace);
  const Project project = registry->require_project(diagnostics);
  AllowedSigners signers = signers_of(project, registry->files());
  if (!environment.empty()) {
    return gate_of(require_environment(project, environment), std::move(signers));
  }
  const auto found = std::find_if(project.environments.begin(), project.environments.end(),
                                  [](const Environment& one) { return one.gate.has_value(); });
  if (found != project.environments.end()) {
    return gate_of(*found, std::move(signers));
  }
  ChosenPolicy policy = usual_rules_policy();
  policy.signers = std::move(signers);
  return policy;
}

}  // namespace promptctl::cli
