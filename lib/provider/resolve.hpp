#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "provider/http.hpp"
#include "provider/redact.hpp"
#include "provider/variables.hpp"

namespace promptctl {

// A request as it is sent, and what must never come back from it.
struct ResolvedRequest {
  HttpRequest http;   // its `url` is whole
  std::string proxy;  // empty: none
  Secrets secrets;
  std::string fault;  // why it can't be sent; empty: it can
};

// Puts the values of variables into address, headers and proxy, which is the configured one or else that of the
// environment. Whatever was put in is a secret, but for the scheme,
// the host and the port of an address.
ResolvedRequest resolve(HttpRequest request, const std::string& proxy, const Variables& variables);

// The address with the path and the query of `request` in their places, once where the address has them already, and
// without what stands behind a '#'.
std::string address_of(std::string_view address, const HttpRequest& request);

}  // namespace promptctl
