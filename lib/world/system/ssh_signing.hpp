#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace promptctl {

struct SshSignature {
  std::string armored;
  std::string key;  // fingerprint of the key that made it, "SHA256:…"
};

// Signs bytes as `ssh-keygen -Y sign -n USE` does. `key` is the file of a private key, or of a public one whose private
// one an ssh-agent has; a passphrase is asked for where there is a terminal. `environment` is promptctl's own, whole.
// Throws `Failure` (`signing`), with ssh-keygen's words, where there is no signature to be had.
SshSignature sign_with_ssh(const std::filesystem::path& key, std::string_view use, std::string_view message,
                           const std::map<std::string, std::string>& environment);

}  // namespace promptctl
