#include "evidence/evidence_witness.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "compare/compare.hpp"

namespace promptctl {
namespace {

std::string answered_by(const RunSample& sample) {
  constexpr std::string_view replays = "cassette or cache";
  const std::string& endpoint = sample.header.provenance.endpoint;
  const std::size_t results = counts_of(sample).results;
  if (endpoint.empty() || sample.replayed >= results) {
    return std::string(replays);
  }
  return sample.replayed == 0
             ? endpoint
             : fmt::format("{} and, {} of {} times, {}", endpoint, grouped(sample.replayed), grouped(results), replays);
}

// The one that the policy asks for, by its name there.
std::string asked_signer(const SignatureCheck& vouched, const GatePolicy& policy) {
  const auto found = std::find_if(policy.signed_by.begin(), policy.signed_by.end(),
                                  [&vouched](const std::string& name) { return vouched.is_by(name); });
  return found == policy.signed_by.end() ? std::string() : *found;
}

}  // namespace

SignatureCheck check_signatures(const EvidenceStatement& statement, const AllowedSigners& signers,
                                std::chrono::system_clock::time_point now) {
  SignatureCheck check{{}, "", "unsigned"};
  for (const std::string& signature : statement.signatures) {
    check = verify_sshsig(signature, statement.signed_bytes, evidence_signature_use, signers,
                          std::chrono::floor<std::chrono::seconds>(now));
    if (check.is_good()) {
      break;
    }
  }
  return check;
}

AllowedSigners signers_of(const Project& project, const Files& files) {
  if (!project.signing) {
    return {};
  }
  const std::string& path = project.signing->allowed_signers;
  Diagnostics faults;
  const auto source = files.read(path, faults);
  const AllowedSigners signers = source ? read_allowed_signers(source, faults) : AllowedSigners();
  if (faults.has_errors()) {
    throw Failure(faults.all().front());
  }
  if (!source) {
    throw Failure("missing-file", whole_file(path),
                  "promptctl.yaml names this file of allowed signers, and it is not there");
  }
  return signers;
}

Witness witness_of(const RunSample& sample, const SignatureCheck& vouched, const GatePolicy& policy) {
  Witness witness;
  witness.answered_by = answered_by(sample);
  witness.trust_head = sample.header.provenance.trust_head;
  if (vouched.is_good()) {
    const std::string asked = asked_signer(vouched, policy);
    witness.signed_by = asked.empty() ? vouched.signer() : asked;
    witness.attempt = sample.header.provenance.attempt;
  } else if (!vouched.key.empty()) {
    witness.why_not = vouched.why_not;
  }
  return witness;
}

std::string signature_objection(const RunHeader& header, const SignatureCheck& vouched, const GatePolicy& policy) {
  if (!policy.signed_by.empty() && !vouched.is_good()) {
    return fmt::format("not vouched for ({}), and the policy wants it signed by {}", vouched.why_not,
                       named(policy.signed_by));
  }
  if (!policy.signed_by.empty() && asked_signer(vouched, policy).empty()) {
    return fmt::format("signed by {}, and the policy wants it signed by {}", vouched.signer(), named(policy.signed_by));
  }
  if (!policy.producers.empty() && !vouched.is_good()) {
    const std::string& producer = header.provenance.producer;
    return fmt::format("said to be made by {}, and nobody vouches for it ({}): the policy's producers sign",
                       producer.empty() ? "nobody known" : producer, vouched.why_not);
  }
  return {};
}

}  // namespace promptctl
