#pragma once

#include <chrono>

#include "base/diagnostic.hpp"
#include "flow/price_book.hpp"
#include "flow/registry.hpp"

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

// Reports (`bad-name`) a prompt, or a partial, that could not be registered under its name.
void check_name(const std::string& name, const std::string& path, Diagnostics& diagnostics);

}  // namespace promptctl
