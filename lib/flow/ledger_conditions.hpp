#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "flow/ledger_state.hpp"
#include "flow/ledger_verification.hpp"
#include "model/ledger.hpp"
#include "ports/ledger.hpp"

namespace promptctl {

// The check of what a promotion says of the main branch.
constexpr std::string_view conditions_check = "conditions";

// The folder of the registry that a prompt belongs to, which its newest version was registered from: from the
// repository's top, with a slash at its end; empty for the top itself. None for a prompt that was never registered.
std::optional<std::string> registry_of(const std::string& prompt, const LedgerState& state);

// The branch whose promptctl.yaml says what promotions need.
class MainLine {
 public:
  virtual ~MainLine() = default;

  // The place of a commit on its line of first parents, higher when newer; none where it is not on it. Throws `Failure`
  // (`shallow-clone`) where that can't be told here.
  virtual std::optional<std::size_t> place(const std::string& commit) = 0;

  // Digest of what an environment asked for there; empty where it asked for nothing. None: it was not declared.
  virtual std::optional<std::string> conditions(const ConditionsSource& source, const std::string& environment) = 0;
};

// Holds each promotion and override after the commit `since` (empty, or none before it: all) up to `tip` to the
// conditions it names: they must have stood on the main branch, in the registry of the prompt, and not in a commit
// before that of an earlier event. The events must have been verified.
std::vector<LedgerFault> conditions_faults(const Ledger& ledger, const std::string& tip, const std::string& since,
                                           MainLine& main);

}  // namespace promptctl
