#pragma once

#include <string>
#include <vector>

#include "exchange/response.hpp"

namespace promptctl {

// What variables put into a request, and a server may repeat.
struct Secrets {
  std::vector<std::string> keys;    // in headers, as user, password or key of an address
  std::vector<std::string> places;  // paths and queries of an address
};

// Replaces secrets in an outcome by "[redacted]", also where they are percent-encoded or escaped as in JSON: from here
// on they would be printed and kept. Of keys, and in errors of all secrets, every run of eight or more characters is
// replaced; a place is replaced in an answer only where the whole of it stands there, for a model may well write a
// part.
void redact(CallOutcome& outcome, const Secrets& secrets);

}  // namespace promptctl
