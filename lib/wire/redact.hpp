#pragma once

#include <string>
#include <vector>

#include "model/response.hpp"

namespace promptctl {

// Replaces every secret in an outcome by "[redacted]": a server may repeat the key it was sent, in an error or in an
// answer, and from here on it would be printed and kept.
void redact(Outcome& outcome, const std::vector<std::string>& secrets);

}  // namespace promptctl
