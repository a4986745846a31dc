#pragma once

#include <memory>
#include <optional>
#include <string_view>

namespace promptctl {

// What a public key computes a signature's digest with. Ed25519 takes the message itself.
enum class SignatureHash { none, sha256, sha384, sha512 };

enum class Curve { p256, p384, p521 };

// A key that signatures are checked with. Numbers are big-endian, without a sign.
class PublicKey {
 public:
  // None where the bytes are no such key: 32 of Ed25519; an uncompressed point that lies on the curve; an RSA modulus
  // of 2048 to 16384 bits.
  static std::optional<PublicKey> ed25519(std::string_view point);
  static std::optional<PublicKey> ecdsa(Curve curve, std::string_view point);
  static std::optional<PublicKey> rsa(std::string_view modulus, std::string_view exponent);

  ~PublicKey();
  PublicKey(PublicKey&&) noexcept;
  PublicKey& operator=(PublicKey&&) noexcept;
  PublicKey(const PublicKey&) = delete;
  PublicKey& operator=(const PublicKey&) = delete;

  // Whether `signature` is the key's over the message: 64 bytes for Ed25519, PKCS #1 v1.5 for RSA.
  bool verifies(std::string_view message, std::string_view signature, SignatureHash hash) const;

  // The same for ECDSA, whose signature is two numbers.
  bool verifies(std::string_view message, std::string_view r, std::string_view s, SignatureHash hash) const;

 private:
  struct Handle;
  explicit PublicKey(std::unique_ptr<Handle> handle);

  std::unique_ptr<Handle> handle_;
};

}  // namespace promptctl
