#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/allowed_signers.hpp"

namespace promptctl {

// Whose signature it is, or why it is nobody's.
struct SignatureCheck {
  std::vector<std::string> principals;  // of each line that allows it, as written: lists of patterns; none: not good
  std::string key;                      // its fingerprint, "SHA256:…"; empty where there is no signature to read
  std::string why_not;                  // empty when it is good
  std::chrono::sys_seconds when = {};   // at which time it was held to those who may sign

  bool is_good() const { return !principals.empty(); }

  // Whether one who is allowed to sign with the key has this name.
  bool is_by(std::string_view name) const;

  // "ci@example.com", for people: the principals of the first line.
  const std::string& signer() const { return principals.front(); }
};

// Holds a signature to a message, to what it was made for ("git", "file", …) and to those who may sign such at the time
// `when`. The signature is `ssh-keygen -Y sign`'s, with its armor.
SignatureCheck verify_sshsig(std::string_view armored, std::string_view message, std::string_view use,
                             const std::vector<AllowedSigner>& signers, std::chrono::sys_seconds when);

}  // namespace promptctl
