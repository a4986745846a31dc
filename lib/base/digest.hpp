#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace promptctl {

// SHA-256 of the bytes, as 64 lower-case hex digits.
std::string sha256(std::string_view bytes);

// The same in base64, as a Content-Security-Policy names what it allows.
std::string sha256_base64(std::string_view bytes);

// HMAC-SHA-256 (RFC 2104) of the bytes with the key, as 32 bytes.
std::string hmac_sha256(std::string_view key, std::string_view bytes);

// Small hex digits, two for each byte.
std::string hex_text(std::string_view bytes);

// Whether a text has the form of `sha256`.
bool is_sha256(std::string_view text);

// Whether a text is a whole id of a git commit, 40 small hex digits.
bool is_commit_id(std::string_view text);

// A digest of bytes that come piece by piece.
class Digest {
 public:
  ~Digest();
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;

  void update(std::string_view bytes);

  // Call one of these, once, last.
  std::string hex();
  std::string bytes();

 protected:
  struct Algorithm;
  explicit Digest(const Algorithm& algorithm);

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

class Sha256 : public Digest {
 public:
  Sha256();
};

class Sha512 : public Digest {
 public:
  Sha512();
};

// The id of git's blob with the bytes, of which there must be `size`. No more than a name: SHA-1 proves nothing.
class GitBlobId : public Digest {
 public:
  explicit GitBlobId(std::uintmax_t size);
};

}  // namespace promptctl
