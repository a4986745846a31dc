#include "cli/gate_policy_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <utility>

#include "base/digest.hpp"
#include "cli/prompt_source.hpp"
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

std::optional<ChosenPolicy> read_policy(const SourcePointer& source, Diagnostics& diagnostics) {
  auto policy = read_policy_file(source, diagnostics);
  return policy ? std::optional(ChosenPolicy{std::move(*policy), source->path(), ""}) : std::nullopt;
}

ChosenPolicy gate_of(const Environment& environment) {
  if (!environment.gate) {
    throw Failure("no-gate", fmt::format("{} has no gate", environment.name),
                  "write `gate` under the environment in promptctl.yaml, and merge it");
  }
  return {*environment.gate, environment.name, sha256(canonical_json(environment.conditions))};
}

}  // namespace

ChosenPolicy environment_policy(LedgerSession& session, const std::string& name) {
  session.require_policy();
  return gate_of(require_environment(session.policy(LedgerSession::Freshness::known), name));
}

std::optional<ChosenPolicy> file_policy(const std::string& path, const Session& session, const TrustOptions& trust) {
  Diagnostics diagnostics;
  const auto base = base_revision(session, trust);
  const auto inside = base ? in_repository(session.directory, path) : std::nullopt;
  const auto source = inside ? base_files(*base, inside->top, session.environment)->read(inside->path, diagnostics)
                             : read_source(session.directory, path);
  if (!source && !diagnostics.has_errors()) {
    throw inside ? Failure("missing-file", whole_file(path),
                           fmt::format("{} has no such file, and a pull request's own policy does not count",
                                       shown_revision(*base)),
                           "merge the policy first")
                 : Failure("missing-file", whole_file(path), "there is no such file");
  }
  if (!source) {
    print(diagnostics, session.err);
    return std::nullopt;
  }
  auto policy = read_policy(source, diagnostics);
  print(diagnostics, session.err);
  return policy;
}

ChosenPolicy usual_policy() {
  Diagnostics diagnostics;
  auto policy =
      read_policy(std::make_shared<const Source>("promptctl's own policy", std::string(usual_rules)), diagnostics);
  if (!policy) {
    throw std::logic_error("promptctl's own policy can't be read");
  }
  return std::move(*policy);
}

ChosenPolicy revision_policy(const std::string& revision, const std::string& environment, LedgerSession& session) {
  Diagnostics diagnostics;
  const Project project = commit_registry(revision, session.workspace)->require_project(diagnostics);
  if (!environment.empty()) {
    return gate_of(require_environment(project, environment));
  }
  const auto found = std::find_if(project.environments.begin(), project.environments.end(),
                                  [](const Environment& one) { return one.gate.has_value(); });
  return found == project.environments.end() ? usual_policy() : gate_of(*found);
}

}  // namespace promptctl::cli
