#include "base/public_key.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "base/freed.hpp"

namespace promptctl {
namespace {

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;

// What a bad key or signature leaves in OpenSSL's queue is not taken for a fault of the next TLS connection.
class OwnErrors {
 public:
  OwnErrors() { ERR_set_mark(); }
  ~OwnErrors() { ERR_pop_to_mark(); }
  OwnErrors(const OwnErrors&) = delete;
  OwnErrors& operator=(const OwnErrors&) = delete;
};

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());  // NOLINT: OpenSSL's bytes.
}

Number number(std::string_view bytes) {
  return Number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

const EVP_MD* algorithm(SignatureHash hash) {
  switch (hash) {
    case SignatureHash::sha256:
      return EVP_sha256();
    case SignatureHash::sha384:
      return EVP_sha384();
    case SignatureHash::sha512:
      return EVP_sha512();
    case SignatureHash::none:
      break;
  }
  return nullptr;
}

Key key_from(const char* kind, OSSL_PARAM* parameters) {
  const OwnErrors own;
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
  EVP_PKEY* key = nullptr;
  if (EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters) != 1) {
    return nullptr;
  }
  return Key(key);
}

}  // namespace

struct PublicKey::Handle {
  Key key;
};

PublicKey::PublicKey(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
PublicKey::~PublicKey() = default;
PublicKey::PublicKey(PublicKey&&) noexcept = default;
PublicKey& PublicKey::operator=(PublicKey&&) noexcept = default;

std::optional<PublicKey> PublicKey::ed25519(std::string_view point) {
  const OwnErrors own;
  Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(point), point.size()));
  return key ? std::optional(PublicKey(std::make_unique<Handle>(std::move(key)))) : std::nullopt;
}

std::optional<PublicKey> PublicKey::ecdsa(Curve curve, std::string_view point) {
  constexpr char uncompressed = 4;
  if (point.empty() || point.front() != uncompressed) {
    return std::nullopt;
  }
  constexpr std::array names{"prime256v1", "secp384r1", "secp521r1"};
  std::string group = names.at(static_cast<std::size_t>(curve));
  std::string octets(point);
  std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
                        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, octets.data(), octets.size()),
                        OSSL_PARAM_construct_end()};
  Key key = key_from("EC", parameters.data());
  return key ? std::optional(PublicKey(std::make_unique<Handle>(std::move(key)))) : std::nullopt;
}

std::optional<PublicKey> PublicKey::rsa(std::string_view modulus, std::string_view exponent) {
  constexpr std::size_t most_bytes = 16384 / 8;
  constexpr int least_bits = 2048;
  if (modulus.size() > most_bytes + 1 || exponent.size() > sizeof(std::uint64_t)) {
    return std::nullopt;
  }
  const Number n = number(modulus);
  const Number e = number(exponent);
  if (BN_num_bits(n.get()) < least_bits || BN_is_odd(e.get()) == 0) {
    return std::nullopt;
  }
  const ParameterBuilder builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
  const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
  Key key = key_from("RSA", parameters.get());
  return key ? std::optional(PublicKey(std::make_unique<Handle>(std::move(key)))) : std::nullopt;
}

bool PublicKey::verifies(std::string_view message, std::string_view signature, SignatureHash hash) const {
  const OwnErrors own;
  const DigestContext context(EVP_MD_CTX_new());
  return EVP_DigestVerifyInit(context.get(), nullptr, algorithm(hash), nullptr, handle_->key.get()) == 1 &&
         EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(message), message.size()) == 1;
}

bool PublicKey::verifies(std::string_view message, std::string_view r, std::string_view s, SignatureHash hash) const {
  constexpr std::size_t most_bytes = 67;  // 521 bits, and a zero before them
  if (r.size() > most_bytes || s.size() > most_bytes) {
    return false;
  }
  const EcdsaSignature numbers(ECDSA_SIG_new());
  ECDSA_SIG_set0(numbers.get(), number(r).release(), number(s).release());
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(numbers.get(), &der);
  const std::string signature(der, der + std::max(size, 0));
  OPENSSL_free(der);
  return verifies(message, signature, hash);
}

}  // namespace promptctl
