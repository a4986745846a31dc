#pragma once

#include <chrono>
#include <string>

#include "provider/provider.hpp"

namespace promptctl {

// What to ask Google for a token by, as its own libraries do (google.aip.dev/auth/4110): a service account's key or a
// user's, as JSON; without either, the metadata server of the machine in Google's cloud.
TokenRequest google_token_request(const std::string& credentials, const Variables& variables,
                                  std::chrono::system_clock::time_point now);

}  // namespace promptctl
