#pragma once

#include <iosfwd>
#include <optional>

#include "cli/ledger/prompt_source.hpp"
#include "prompt/diff/prompt_comparison.hpp"

namespace promptctl::cli {

// The content that an address means; none after a fault in it, which is printed with the address: two contents may be
// read from the same path.
std::optional<PromptBundle> read_content(const Address& address, Workspace& workspace, std::ostream& err);

// What changed from one content to the other.
PromptComparison compare_contents(const Address& old_address, const PromptBundle& before, const Address& new_address,
                                  const PromptBundle& after);

}  // namespace promptctl::cli
