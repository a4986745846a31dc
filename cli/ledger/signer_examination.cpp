#include "cli/ledger/signer_examination.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "release/approvals.hpp"

namespace promptctl::cli {
namespace {

using Level = SetupCheck::Level;

bool has_key(const std::string& name, const std::vector<AllowedSigner>& signers) {
  return std::any_of(signers.begin(), signers.end(),
                     [&name](const AllowedSigner& signer) { return is_in_pattern_list(signer.principals, name); });
}

std::string signers_text(const std::vector<AllowedSigner>& signers) {
  std::vector<std::string> names;
  for (const AllowedSigner& signer : signers) {
    if (std::find(names.begin(), names.end(), signer.principals) == names.end()) {
      names.push_back(signer.principals);
    }
  }
  return names.empty() ? "nobody" : join(names, ", ");
}

SetupCheck examine_writers(const std::optional<SigningPolicy>& signing) {
  constexpr std::string_view what = "register, attest, promote";
  if (!signing || signing->signed_from == std::numeric_limits<long long>::max()) {
    return {Level::warning, "who may", fmt::format("{}: whoever may push to the branch promptctl-ledger", what),
            "name ledger.allowed_signers and signed_from in promptctl.yaml, and events must be signed"};
  }
  const std::string from = signing->signed_from > 1 ? fmt::format(", from event {} on", signing->signed_from) : "";
  return {Level::good, "who may", fmt::format("{}: {}{}", what, signers_text(signing->signers), from), ""};
}

std::string promotion_text(const Environment& environment) {
  const auto& approvals = environment.approvals;
  return approvals
             ? fmt::format("promotions need {} of {}", counted(static_cast<std::size_t>(approvals->need), "approval"),
                           approvers_text(*approvals))
             : std::string("promotions need no approval");
}

std::string override_text(const Environment& environment) {
  const auto& named = environment.overriders;
  if (!named) {
    return "overrides: whoever may promote";
  }
  return named->empty() ? "overrides: nobody" : fmt::format("overrides: {}", join(*named, ", "));
}

// Those whom an environment names and nobody can sign as.
std::vector<std::string> without_key(const Environment& environment, const std::vector<AllowedSigner>& signers) {
  std::vector<std::string> names = environment.approvals ? environment.approvals->of : std::vector<std::string>();
  if (environment.overriders) {
    names.insert(names.end(), environment.overriders->begin(), environment.overriders->end());
  }
  if (environment.gate) {
    names.insert(names.end(), environment.gate->signed_by.begin(), environment.gate->signed_by.end());
  }
  std::erase_if(names, [&signers](const std::string& name) { return has_key(name, signers); });
  return names;
}

}  // namespace

std::vector<SetupCheck> examine_signers(const Project& project, const std::optional<SigningPolicy>& signing) {
  std::vector<SetupCheck> findings{examine_writers(signing)};
  for (const Environment& environment : project.environments) {
    findings.push_back(
        {Level::good, "who may",
         fmt::format("{}: {}; {}", environment.name, promotion_text(environment), override_text(environment)), ""});
    const auto missing = signing ? without_key(environment, signing->signers) : std::vector<std::string>();
    if (!missing.empty()) {
      findings.push_back({Level::fault, "who may",
                          fmt::format("{}: nobody can sign as {}", environment.name, join(missing, ", ")),
                          "add a key of theirs to the allowed signers, on the main branch"});
    }
  }
  return findings;
}

SetupCheck examine_key(Ledger& ledger, const std::string& tip, const SigningPolicy& signing, const std::string& actor,
                       TimePoint now) {
  try {
    const std::string commit = ledger.write({tip, {}, "promptctl doctor tries a signature\n", actor, now});
    const SignatureCheck signature = ledger.signature(commit, signing.signers);
    if (signature.is_good() && is_signed_by(signature, actor)) {
      return {Level::good, "key", fmt::format("what {} signs here counts as theirs ({})", actor, signature.key), ""};
    }
    const std::string why =
        signature.is_good() ? fmt::format("the key is that of {}", signature.signer()) : signature.why_not;
    return {Level::warning, "key", fmt::format("what {} records here counts as nobody's: {}", actor, why),
            "git config gpg.format ssh; git config user.signingKey FILE; git config commit.gpgSign true"};
  } catch (const Failure& failure) {
    return {Level::fault, "key", failure.what(), failure.diagnostic().hint};
  }
}

}  // namespace promptctl::cli
