#include "release/environment_gate.hpp"

#include <utility>

#include "base/diagnostic.hpp"
#include "eval/rejudging.hpp"
#include "evidence/evidence_witness.hpp"
#include "registry/bundle_files.hpp"
#include "registry/environment_conditions.hpp"
#include "registry/registry.hpp"

namespace promptctl {
namespace {

// The content of a version; none where it can't be read, which the version's own evaluation would have told.
std::optional<PromptBundle> content_of(const RegisteredVersion& version, const LedgerState& now) {
  const BundleFiles files(version.name.prompt, now.bundle(version));
  Diagnostics ignored;
  return Registry(files).read_prompt(version.name.prompt, ignored);
}

std::string own_model(const std::optional<PromptBundle>& content, const RegisteredVersion& version,
                      const DefaultTargetOf& default_target) {
  const auto named = content ? find_target(content->prompt().model) : std::nullopt;
  const auto target = named ? named : default_target(version);
  return target ? target_name(*target) : std::string();
}

std::vector<JudgedSuite> suites_of(const GateGrounds& grounds, const RegisteredVersion& candidate,
                                   const LedgerState& now) {
  const std::string& prompt = candidate.name.prompt;
  const BundleFiles files(prompt, now.bundle(candidate));
  Registry content(files);
  SuiteOptions options;
  options.now = grounds.now;
  options.default_target = grounds.default_target(candidate);
  options.read_prompt = [&](const std::string&, Diagnostics& faults) { return content.read_prompt(prompt, faults); };
  Registry registry(grounds.files);
  Diagnostics diagnostics;
  auto suites = judged_suites(registry, grounds.project, prompt, options, diagnostics);
  if (diagnostics.has_errors()) {
    throw Failure(diagnostics.sorted().front());
  }
  return suites;
}

}  // namespace

void add_recorded(EvidencePool& pool, const std::vector<std::string>& digests, const LedgerState& state) {
  for (const std::string& digest : digests) {
    if (auto statement = state.statement(digest)) {
      pool.add(std::move(*statement));
    }
  }
}

Gating ask_gate(const GateGrounds& grounds, const GatedMove& move, EvidencePool evidence, const LedgerState& now) {
  const RegisteredVersion& candidate = move.candidate.version;
  add_recorded(evidence, move.candidate.evidence, now);
  GateRequest request;
  request.policy = &*grounds.environment.gate;
  request.name = grounds.environment.name;
  request.policy_digest = conditions_digest(grounds.environment);
  request.candidate = {version_text(candidate.name), candidate.digest, "", completion(content_of(candidate, now))};
  if (move.live) {
    add_recorded(evidence, move.live->evidence, now);
    const RegisteredVersion& live = move.live->version;
    const auto content = content_of(live, now);
    request.live = GatedContent{version_text(live.name), live.digest, own_model(content, live, grounds.default_target),
                                completion(content)};
  }
  request.suites = suites_of(grounds, candidate, now);
  request.signers = signers_of(grounds.project, grounds.files);
  request.now = grounds.now;
  return decide_gate(request, evidence);
}

}  // namespace promptctl
