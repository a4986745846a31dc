#pragma once

#include <string_view>

#include "base/source.hpp"

namespace promptctl {

// Whether text is nothing but a reference to one environment variable: "${NAME}".
bool is_variable(std::string_view text);

// Whether what stands under this name is a secret: `api_key`, `Authorization`, `X-Auth-Token`, `Cookie` and the like.
bool is_secret_name(std::string_view name);

// "https://user:password@host".
bool holds_password(std::string_view url);

// The same file with every secret written out under `providers:` masked, byte for byte, so that no fault on
// the same line shows it. The file itself when it holds none, or is no YAML.
SourcePointer without_secrets(const SourcePointer& source);

}  // namespace promptctl
