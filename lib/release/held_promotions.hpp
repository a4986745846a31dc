#pragma once

#include <optional>
#include <vector>

#include "ledger/ledger.hpp"
#include "ledger/ledger_state.hpp"
#include "registry/project.hpp"
#include "release/ledger_conditions.hpp"
#include "release/main_line.hpp"

// What a clone knows of promotions that did not keep to main's conditions: found once, remembered, and told as long as
// what they moved is live.
namespace promptctl {

// The check of a finding that is no fault.
constexpr std::string_view note_check = "note";

// Holds the events up to `tip` that were not held yet, from the checkpoint on where none were, and remembers what was
// found. They must have been verified.
void hold_news(Ledger& ledger, const std::string& tip, const std::optional<Checkpoint>& checkpoint, MainLine& main);

// Remembers what was found otherwise, besides what is known already, or in its place where all events were held.
void remember_findings(Ledger& ledger, const ConditionsFindings& found);

// The findings that nobody was told yet; from now on they count as told.
std::vector<EventFinding> tell_findings(Ledger& ledger);

// The faults of the promotion that put a version live, or, after a rollback to it, of the one that did before.
std::vector<EventFinding> faults_of(const Deployment& live, const LedgerState& state,
                                    const std::vector<EventFinding>& findings);

}  // namespace promptctl
