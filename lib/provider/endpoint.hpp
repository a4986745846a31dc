#pragma once

#include <string>
#include <string_view>

#include "provider/variables.hpp"

namespace promptctl {

// The address of a program that answers in a server's place begins so: "exec:python3".
constexpr std::string_view program_scheme = "exec:";

// The proxy by which an address is reached, with its variables unresolved: the configured one, else that of the
// environment, as curl chooses it ("${https_proxy}"; http_proxy counts in small letters only). Empty for this machine
// and for what NO_PROXY names, whichever is configured.
std::string proxy_for(std::string_view address, const std::string& configured, const Variables& variables);

// Who answers at an address, as far as one can know, without credentials or path: "api.openai.com:443",
// "http://127.0.0.1:8080", and "api.openai.com through proxy.example:3128". Anyone between may answer for a server
// that is reached by plain http.
std::string endpoint_name(std::string_view address, std::string_view proxy);

}  // namespace promptctl
