#pragma once

#include <chrono>

#include "base/diagnostic.hpp"
#include "registry/price_book.hpp"
#include "registry/registry.hpp"

namespace promptctl {

struct LintCounts {
  std::size_t prompts = 0;
  std::size_t suites = 0;
  long long cases = 0;
};

// Reports every fault of every file of a registry: promptctl.yaml, prompts, partials, suites, cases, cassettes. Opens
// no socket. `now` is what quarantines are held against, `prices` what budgets are. Throws `Failure` (`no-registry`)
// when there is neither a prompt nor a suite.
LintCounts lint(Registry& registry, const PriceBook& prices, std::chrono::system_clock::time_point now,
                Diagnostics& diagnostics);

}  // namespace promptctl
