#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/allowed_signers.hpp"
#include "ledger/ledger_state.hpp"
#include "registry/project.hpp"
#include "release/signed_words.hpp"

namespace promptctl {

// Whether an actor's address is one of these, however its letters are written.
bool is_named_among(const std::vector<std::string>& addresses, std::string_view actor);

// Whose approval counts, as the main branch says.
struct ApprovalTerms {
  Environment environment;
  std::string policy;  // digest of its conditions
  std::vector<AllowedSigner> signers;

  // The approvals that it asks for; the usual ones where it asks for none.
  ApprovalPolicy approvals() const { return environment.approvals.value_or(ApprovalPolicy()); }
};

enum class RequestState { open, carried_out, replaced, void_of_object, rejected, expired };

// "open", "carried out", "replaced", "void", "rejected", "expired".
std::string_view request_state_name(RequestState state);

// How it stands with a request.
struct RequestStanding {
  RequestState state = RequestState::open;
  std::string why;                      // "expired at …", "was rejected by …"; empty where it is open
  std::vector<std::string> approved;    // actors whose approval counts
  std::vector<std::string> discounted;  // approvals that don't, and why: "Eve <…>: not signed"
  long long missing = 0;                // further approvals that it needs
  std::vector<EventStamp> said;         // what was said under a signature and not taken back
  bool can_be_met = true;               // enough of those who are named may approve it
};

// What was done since to the versions that a request would move, or to what they would replace: "p@3 was moved there
// since"; none where it would move the same now.
std::optional<std::string> moved_on(const ApprovalRequest& request, const LedgerState& now);

// How it stands at a time, after the last event of `now`. An approval counts when its event is signed by its actor, who
// may approve, has not taken it back since, and whose key tells him apart from who may not and from who has approved.
// What is not signed says nothing, and takes nothing back. A rejection that ends a request can't be taken back. What a
// request was bound to, and whoever signed it, must be as it was: else it is void. `events` are those of `now`.
RequestStanding standing_of(const ApprovalRequest& request, const ApprovalTerms& terms, const LedgerState& now,
                            EventCommits& events, TimePoint at);

// Those who have approved when `actor` has as well, who may have done so already; and how many it needs then.
std::vector<std::string> approved_with(const RequestStanding& standing, const std::string& actor);
long long missing_with(const RequestStanding& standing, const std::string& actor);

// Why somebody can't approve a request; none where he can. Where the key is given, it must tell him apart from those
// who may not, and from those whose approval counts.
std::optional<std::string> bar_to_approve(const ApprovalRequest& request, const ApprovalTerms& terms,
                                          const LedgerState& now, EventCommits& events, const Person& person);

// Why somebody can't reject a request; none where he can: those who are asked, its author too, and who asked for it.
std::optional<std::string> bar_to_reject(const ApprovalRequest& request, const ApprovalPolicy& policy,
                                         const std::string& actor);

// Whether what was decided now is what a request asks for: the same moves, by the same conditions, on the same
// evidence, and past nothing that it does not name.
bool is_asked_for(const LedgerEvent& decided, const ApprovalRequest& request);

// "lead@larchpine.example or security@larchpine.example, but not who asked for it": who may approve, for people.
std::string approvers_text(const ApprovalPolicy& policy);

}  // namespace promptctl
