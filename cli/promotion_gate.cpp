#include "cli/promotion_gate.hpp"

#include <utility>

#include "cli/prompt_source.hpp"
#include "codec/gate_policy.hpp"
#include "flow/bundle_files.hpp"

namespace promptctl::cli {

namespace {

CompleteCase completion_of(const VersionRecord& version, const LedgerState& now) {
  const std::string& prompt = version.version.name.prompt;
  const BundleFiles files(prompt, now.bundle(version.version));
  Diagnostics ignored;  // What can't be read is not judged again.
  return completion(Registry(files).read_prompt(prompt, ignored));
}

}  // namespace

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
  add_recorded(pool, candidate.evidence, now);
  GateRequest request;
  request.policy = &*environment_.gate;
  request.name = environment_.name;
  request.policy_digest = policy_digest_;
  request.candidate = {version_text(candidate.version.name), candidate.version.digest, "",
                       completion_of(candidate, now)};
  if (live) {
    add_recorded(pool, live->evidence, now);
    const VersionName& name = live->version.name;
    const Address address{name.prompt, Address::Kind::version, std::to_string(name.version)};
    request.live = GatedContent{version_text(name), live->version.digest, own_model(address, session_.workspace),
                                completion_of(*live, now)};
  }
  request.suites = suites_of(candidate, now);
  request.signers = signers_of(session_.policy(LedgerSession::Freshness::known), *session_.policy_files());
  request.now = session_.session.clock.now();
  return decide_gate(request, pool);
}

}  // namespace promptctl::cli
