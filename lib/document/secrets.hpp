#pragma once

#include <string>
#include <string_view>

#include "base/source.hpp"

namespace promptctl {

// Whether text is nothing but a reference to one environment variable: "${NAME}".
bool is_variable(std::string_view text);

// The text less its references to variables: of "${NAME}" nothing stays, of "${NAME:-text}" the text.
std::string without_variables(std::string_view text);

// Whether what stands under this name is a secret: `api_key`, `Authorization`, `X-Auth-Token`, `Cookie` and the like.
// The name's words decide: `x-portkey-provider` and `max_tokens_parameter` are none.
bool is_secret_name(std::string_view name);

// Of the text under `name` in a provider's settings, the part that is a secret written out; empty when there is none.
// Of an address that is its user and password, where a password is written out. Under a secret's name it is the whole
// text, unless all that matters in it comes from variables: "Bearer ${TOKEN}".
std::string_view secret_in(std::string_view name, std::string_view text);

// The same file, of which no secret that is written into promptctl.yaml is ever shown; what is read of it stays as it
// is. Works on files with faults too: these are what is shown.
SourcePointer with_hidden_secrets(const SourcePointer& source);

}  // namespace promptctl
