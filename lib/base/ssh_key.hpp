#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/public_key.hpp"

namespace promptctl {

// Whether keys of this kind can be checked with: "ssh-ed25519", "ecdsa-sha2-nistp256" and its larger sisters,
// "ssh-rsa", and the two of security keys, "sk-ssh-ed25519@openssh.com" and "sk-ecdsa-sha2-nistp256@openssh.com".
// Certificates and DSA are none of them.
bool is_ssh_key_kind(std::string_view kind);

// "SHA256:…", by which `ssh-keygen -l` names the key with these bytes.
std::string ssh_fingerprint(std::string_view key);

// The kind that a key's bytes begin with; empty where they are none.
std::string_view ssh_key_kind(std::string_view key);

// A public key as SSH writes it (RFC 4253, 6.6; RFC 5656; RFC 8709).
class SshKey {
 public:
  // None for a kind that can't be checked with, and for bytes that are no such key.
  static std::optional<SshKey> read(std::string_view bytes);

  // Whether `signature`, as SSH writes one, is the key's. RSA signs with SHA-2 only. Of a security key the signature
  // counts whether or not it was touched, as it does for ssh-keygen.
  bool verifies(std::string_view message, std::string_view signature) const;

 private:
  struct Kind;
  SshKey(const Kind& kind, PublicKey key, std::string_view application)
      : kind_(&kind), key_(std::move(key)), application_(application) {}

  static const Kind* kind_of(std::string_view name);
  friend bool is_ssh_key_kind(std::string_view kind);

  const Kind* kind_;
  PublicKey key_;
  std::string application_;  // of a security key
};

}  // namespace promptctl
