#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace promptctl {

// The signature RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2) of the bytes, by a private key in PEM; none
// where that is no RSA key.
std::optional<std::string> rsa_sha256_signature(const std::string& private_key, std::string_view bytes);

// RFC 4648's base64url without padding, as JSON Web Tokens have it.
std::string base64url(std::string_view bytes);

}  // namespace promptctl
