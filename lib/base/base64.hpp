#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace promptctl {

// RFC 4648's base64, padded, in one line.
std::string base64(std::string_view bytes);

// The bytes of such a text; none where it is not what `base64` writes: each of them has one text only.
std::optional<std::string> base64_bytes(std::string_view text);

}  // namespace promptctl
