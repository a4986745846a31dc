#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace promptctl {

// SHA-256 of the bytes, as 64 lower-case hex digits.
std::string sha256(std::string_view bytes);

// The same in base64, as a Content-Security-Policy names what it allows.
std::string sha256_base64(std::string_view bytes);

// Whether a text has the form of `sha256`.
bool is_sha256(std::string_view text);

// SHA-256 of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void update(std::string_view bytes);

  // Call once, last.
  std::string hex();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace promptctl
