#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace promptctl {

// Throws `Failure` (`unknown-prompt`, `unknown-suite`, `unknown-environment`), with the nearest name, when `id` is not
// one of `known`.
void require_known(const std::string& id, const std::vector<std::string>& known, std::string_view what);

}  // namespace promptctl
