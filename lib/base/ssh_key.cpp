#include "base/ssh_key.hpp"

#include <algorithm>
#include <array>

#include "base/base64.hpp"
#include "base/digest.hpp"
#include "base/ssh_fields.hpp"

namespace promptctl {
namespace {

enum class Family { ed25519, ecdsa, rsa };

std::optional<PublicKey> read_ecdsa(SshFields& fields, Curve curve, std::string_view curve_name) {
  const auto name = fields.string();
  const auto point = fields.string();
  return name == curve_name && point ? PublicKey::ecdsa(curve, *point) : std::nullopt;
}

std::optional<PublicKey> read_rsa(SshFields& fields) {
  const auto exponent = fields.big_number();
  const auto modulus = fields.big_number();
  return exponent && modulus ? PublicKey::rsa(*modulus, *exponent) : std::nullopt;
}

bool verifies_ecdsa(const PublicKey& key, std::string_view message, std::string_view signature, SignatureHash hash) {
  SshFields numbers(signature);
  const auto r = numbers.big_number();
  const auto s = numbers.big_number();
  return r && s && numbers.at_end() && key.verifies(message, *r, *s, hash);
}

std::string sha256_bytes(std::string_view text) {
  Sha256 digest;
  digest.update(text);
  return digest.bytes();
}

// The hash of an RSA signature's algorithm.
std::optional<SignatureHash> rsa_hash(std::string_view algorithm) {
  if (algorithm == "rsa-sha2-256") {
    return SignatureHash::sha256;
  }
  return algorithm == "rsa-sha2-512" ? std::optional(SignatureHash::sha512) : std::nullopt;
}

}  // namespace

struct SshKey::Kind {
  std::string_view name;
  Family family;
  bool is_security_key = false;
  Curve curve = Curve::p256;
  std::string_view curve_name = {};
  SignatureHash hash = SignatureHash::none;
};

const SshKey::Kind* SshKey::kind_of(std::string_view name) {
  static constexpr std::array kinds{
      Kind{"ssh-ed25519", Family::ed25519},
      Kind{"ecdsa-sha2-nistp256", Family::ecdsa, false, Curve::p256, "nistp256", SignatureHash::sha256},
      Kind{"ecdsa-sha2-nistp384", Family::ecdsa, false, Curve::p384, "nistp384", SignatureHash::sha384},
      Kind{"ecdsa-sha2-nistp521", Family::ecdsa, false, Curve::p521, "nistp521", SignatureHash::sha512},
      Kind{"ssh-rsa", Family::rsa},
      Kind{"sk-ssh-ed25519@openssh.com", Family::ed25519, true},
      Kind{"sk-ecdsa-sha2-nistp256@openssh.com", Family::ecdsa, true, Curve::p256, "nistp256", SignatureHash::sha256},
  };
  const auto* const found =
      std::find_if(kinds.begin(), kinds.end(), [name](const Kind& kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : found;
}

bool is_ssh_key_kind(std::string_view kind) {
  return SshKey::kind_of(kind) != nullptr;
}

std::string ssh_fingerprint(std::string_view key) {
  std::string digest = base64(sha256_bytes(key));
  digest.erase(digest.find_last_not_of('=') + 1);
  return "SHA256:" + digest;
}

std::string_view ssh_key_kind(std::string_view key) {
  return SshFields(key).string().value_or("");
}

std::optional<SshKey> SshKey::read(std::string_view bytes) {
  SshFields fields(bytes);
  const Kind* const kind = kind_of(fields.string().value_or(""));
  if (kind == nullptr) {
    return std::nullopt;
  }
  std::optional<PublicKey> key;
  if (kind->family == Family::rsa) {
    key = read_rsa(fields);
  } else if (kind->family == Family::ecdsa) {
    key = read_ecdsa(fields, kind->curve, kind->curve_name);
  } else if (const auto point = fields.string()) {
    key = PublicKey::ed25519(*point);
  }
  const auto application = kind->is_security_key ? fields.string() : std::string_view();
  if (!key || !application || !fields.at_end()) {
    return std::nullopt;
  }
  return SshKey(*kind, std::move(*key), *application);
}

bool SshKey::verifies(std::string_view message, std::string_view signature) const {
  SshFields fields(signature);
  const auto algorithm = fields.string();
  const auto bytes = fields.string();
  const auto flags_and_counter = kind_->is_security_key ? fields.bytes(1 + sizeof(std::uint32_t)) : std::string_view();
  if (!algorithm || !bytes || !flags_and_counter || !fields.at_end()) {
    return false;
  }
  if (kind_->family == Family::rsa) {
    const auto hash = rsa_hash(*algorithm);
    return hash && key_.verifies(message, *bytes, *hash);
  }
  if (algorithm != kind_->name) {
    return false;
  }
  std::string signed_bytes(message);
  if (kind_->is_security_key) {  // What the device signs (OpenSSH, PROTOCOL.u2f).
    signed_bytes = sha256_bytes(application_).append(*flags_and_counter).append(sha256_bytes(message));
  }
  return kind_->family == Family::ecdsa ? verifies_ecdsa(key_, signed_bytes, *bytes, kind_->hash)
                                        : key_.verifies(signed_bytes, *bytes, SignatureHash::none);
}

}  // namespace promptctl
