#include "base/digest.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "base/base64.hpp"

namespace promptctl {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

bool is_hex(std::string_view text, std::size_t size) {
  return text.size() == size && text.find_first_not_of(hex_digits) == std::string_view::npos;
}

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

}  // namespace

struct Digest::Context {
  std::unique_ptr<EVP_MD_CTX, FreeContext> evp{EVP_MD_CTX_new()};
};

struct Digest::Algorithm {
  const EVP_MD* evp;
};

Digest::Digest(const Algorithm& algorithm) : context_(std::make_unique<Context>()) {
  EVP_DigestInit_ex(context_->evp.get(), algorithm.evp, nullptr);
}

Digest::~Digest() = default;

Sha256::Sha256() : Digest({EVP_sha256()}) {}

Sha512::Sha512() : Digest({EVP_sha512()}) {}

GitBlobId::GitBlobId(std::uintmax_t size) : Digest({EVP_sha1()}) {
  update("blob " + std::to_string(size) + '\0');
}

void Digest::update(std::string_view bytes) {
  EVP_DigestUpdate(context_->evp.get(), bytes.data(), bytes.size());
}

std::string Digest::bytes() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  unsigned int size = 0;
  EVP_DigestFinal_ex(context_->evp.get(), hash.data(), &size);
  return {hash.begin(), hash.begin() + size};
}

std::string Digest::hex() {
  return hex_text(bytes());
}

std::string hex_text(std::string_view bytes) {
  std::string hex;
  for (const char byte : bytes) {
    hex += hex_digits[static_cast<unsigned char>(byte) >> 4U];
    hex += hex_digits[static_cast<unsigned char>(byte) & 0xFU];
  }
  return hex;
}

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  unsigned int size = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(bytes.data()),
       bytes.size(), hash.data(), &size);  // NOLINT: OpenSSL's type of a byte
  return {hash.begin(), hash.begin() + size};
}

bool is_sha256(std::string_view text) {
  constexpr std::size_t digits = 64;
  return is_hex(text, digits);
}

bool is_commit_id(std::string_view text) {
  constexpr std::size_t digits = 40;
  return is_hex(text, digits);
}

std::string sha256(std::string_view bytes) {
  Sha256 digest;
  digest.update(bytes);
  return digest.hex();
}

std::string sha256_base64(std::string_view bytes) {
  Sha256 digest;
  digest.update(bytes);
  return base64(digest.bytes());
}

}  // namespace promptctl
