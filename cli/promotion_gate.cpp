#include "cli/promotion_gate.hpp"

#include <utility>

#include "cli/prompt_source.hpp"
#include "codec/gate_policy.hpp"
#include "flow/bundle_files.hpp"

namespace promptctl::cli {

PromotionGate::PromotionGate(LedgerSession& session, const Environment& environment, EvidencePool pool)
    : session_(session),
      environment_(environment),
      pool_(std::move(pool)),
      policy_digest_(conditions_digest(environment)) {}

AskGate PromotionGate::asker() {
  return [this](const VersionRecord& candidate, const std::optional<VersionRecord>& live, const LedgerState& now) {
    return ask(candidate, live, now);
  };
}

std::vector<JudgedSuite> PromotionGate::suites_of(const VersionRecord& candidate, const LedgerState& now) {
  const std::string& prompt = candidate.version.name.prompt;
  const BundleFiles files(prompt, now.bundle(candidate.version));
  Registry content(files);
  SuiteOptions options;
  options.now = session_.session.clock.now();
  options.default_target = default_target_in(candidate.version.commit, session_.workspace);
  options.read_prompt = [&](const std::string&, Diagnostics& faults) { return content.read_prompt(prompt, faults); };
  Registry registry(*session_.policy_files());
  Diagnostics diagnostics;
  auto suites = judged_suites(registry, session_.policy(LedgerSession::Freshness::known), prompt, options, diagnostics);
  if (diagnostics.has_errors()) {
    throw Failure(diagnostics.sorted().front());
  }
  return suites;
}

Gating PromotionGate::ask(const VersionRecord& candidate, const std::optional<VersionRecord>& live,
                          const LedgerState& now) {
  EvidencePool pool = pool_;
  add_recorded(pool, candidate, now);
  GateRequest request;
  request.policy = &*environment_.gate;
  request.name = environment_.name;
  request.policy_digest = policy_digest_;
  request.candidate = {version_text(candidate.version.name), candidate.version.digest};
  if (live) {
    add_recorded(pool, *live, now);
    const VersionName& name = live->version.name;
    const Address address{name.prompt, Address::Kind::version, std::to_string(name.version)};
    request.live = GatedContent{version_text(name), live->version.digest, own_model(address, session_.workspace)};
  }
  request.suites = suites_of(candidate, now);
  request.now = session_.session.clock.now();
  return decide_gate(request, pool);
}

}  // namespace promptctl::cli
