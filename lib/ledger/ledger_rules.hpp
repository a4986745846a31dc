#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger_event.hpp"
#include "ledger/ledger_state.hpp"

namespace promptctl {

// What an event breaks of the ledger's rules, given the state before it; empty when nothing. The same rules hold when
// an event is written and when `verify` replays it:
//
// - a registered version has the next number of its prompt, a digest that no other version of it has, and a manifest
//   that digests to it; names are such that paths can't run into each other
// - a move names an existing version that is not yanked, with its digest, and where it comes from; no prompt twice
// - a rollback goes to a version that was live in that environment before and was not rolled back there, and names what
//   that went past
// - only what is not yanked can be yanked, and only what is yanked can be restored; no version twice, and none that the
//   event moves to
// - a statement is linked to a version that exists or is registered by the event, once; an attestation links one that
//   its version did not have
// - what a request asks for is held to the same as a move; what is said to one, and the promotion that carries it out,
//   to approval_rules.hpp
// - an event has the parts of its type and no other: what an override went past, where a move goes; a
//   reason can be read
//
// `last` is the event that led to that state; none before the first.
std::vector<std::string> rules_broken(const LedgerEvent& event, const LedgerState& before,
                                      const std::optional<LedgerEvent>& last);

// Whether an event of this type was decided by the main branch's conditions: a promotion, or an override.
bool is_decided(EventType type);

}  // namespace promptctl
