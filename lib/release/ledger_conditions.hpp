#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.hpp"
#include "ledger/ledger_event.hpp"
#include "ledger/ledger_state.hpp"
#include "ledger/ledger_verification.hpp"
#include "release/main_line.hpp"

namespace promptctl {

// The checks of what a promotion says of the main branch, and of what comes of it when it is decided again: by the
// order of environments, and by the environment's gate.
constexpr std::string_view conditions_check = "conditions";
constexpr std::string_view order_check = "order";
constexpr std::string_view gate_check = "gate";

// The folder of the registry that a prompt belongs to, which its newest version was registered from: from the
// repository's top, with a slash at its end; empty for the top itself. None for a prompt that was never registered.
std::optional<std::string> registry_of(const std::string& prompt, const LedgerState& state);

// Whether a version of a prompt was registered from another registry than this one: then a registration has moved it
// (`register --moved`), which the main branch may know nothing of.
bool came_from_elsewhere(const std::string& prompt, const std::string& registry, const LedgerState& state);

struct ConditionsFindings {
  std::vector<LedgerFault> faults;
  std::vector<LedgerNote> notes;  // what another method of deciding came to
  bool of_all = false;            // every event was held, and not only those after a commit
};

// Holds each promotion and override after the commit `since` (empty, or none before it: all) up to `tip` to the
// conditions it names: they must have stood on the main branch, in the registry of the prompt, and not in a commit
// before that of an earlier event, be it a request. It must have the approvals that these ask for. Then it is decided
// again: a promotion must be accepted, and an override must name what it went past. Where another method decided, what
// its gate accepted is no fault. The events must have been verified.
ConditionsFindings hold_to_conditions(const Ledger& ledger, const std::string& tip, const std::string& since,
                                      MainLine& main);

}  // namespace promptctl
