#include "base/signer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/ssh_key.hpp"
#include "base/sshsig.hpp"
#include "base/utc.hpp"

namespace promptctl {
namespace {

// What stands in a signature may come from anyone: nothing of it reaches a terminal that isn't a plain name.
std::string plain(std::string_view name) {
  constexpr std::size_t most = 64;
  const bool is_plain = !name.empty() && name.size() <= most && std::all_of(name.begin(), name.end(), [](char letter) {
    return letter > ' ' && letter <= '~';
  });
  return is_plain ? fmt::format("`{}`", name) : "something else";
}

// Why a line with the signature's key does not allow it; empty where it does.
std::string objection(const AllowedSigner& signer, std::string_view use, std::chrono::sys_seconds when) {
  if (signer.namespaces && !is_in_pattern_list(*signer.namespaces, use)) {
    return fmt::format("{} may not sign for `{}`", signer.principals, use);
  }
  if (signer.valid_after && when < *signer.valid_after) {
    return fmt::format("the key of {} is valid from {} on", signer.principals, utc_text(*signer.valid_after));
  }
  if (signer.valid_before && when > *signer.valid_before) {
    return fmt::format("the key of {} was valid until {}", signer.principals, utc_text(*signer.valid_before));
  }
  return {};
}

// Why the signature is none that could be anyone's; empty where it may be.
std::string fault_of(const Sshsig& signature, std::string_view message, std::string_view use) {
  if (!is_ssh_key_kind(ssh_key_kind(signature.key))) {
    return fmt::format("signatures by keys of the kind {} are not checked", plain(ssh_key_kind(signature.key)));
  }
  if (signature.use != use) {
    return fmt::format("the signature was made for {}, not for `{}`", plain(signature.use), use);
  }
  return is_signed(signature, message) ? "" : "the signature is not of these bytes";
}

}  // namespace

bool SignatureCheck::is_by(std::string_view name) const {
  return std::any_of(principals.begin(), principals.end(),
                     [name](const std::string& patterns) { return is_in_pattern_list(patterns, name); });
}

SignatureCheck verify_sshsig(std::string_view armored, std::string_view message, std::string_view use,
                             const std::vector<AllowedSigner>& signers, std::chrono::sys_seconds when) {
  const auto signature = read_sshsig(armored);
  if (!signature) {
    return {{}, "", "there is no SSH signature to read", when};
  }
  SignatureCheck check{{}, ssh_fingerprint(signature->key), fault_of(*signature, message, use), when};
  if (!check.why_not.empty()) {
    return check;
  }
  for (const AllowedSigner& signer : signers) {
    if (signer.key != signature->key) {
      continue;
    }
    std::string refused = objection(signer, use, when);
    if (refused.empty()) {
      check.principals.push_back(signer.principals);
    } else {
      check.why_not = std::move(refused);
    }
  }
  if (check.is_good()) {
    check.why_not.clear();
  } else if (check.why_not.empty()) {
    check.why_not = fmt::format("no allowed signer has the key {}", check.key);
  }
  return check;
}

}  // namespace promptctl
