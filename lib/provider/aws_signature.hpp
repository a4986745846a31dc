#pragma once

#include <chrono>

#include "provider/http.hpp"

namespace promptctl {

// Signs a request whose address is whole, as it is sent at `now`: AWS Signature Version 4 (docs.aws.amazon.com, "Create
// a signed AWS API request"). Adds the headers X-Amz-Date, X-Amz-Security-Token and Authorization.
void sign_for_aws(HttpRequest& request, const AwsSigning& aws, std::chrono::system_clock::time_point now);

}  // namespace promptctl
