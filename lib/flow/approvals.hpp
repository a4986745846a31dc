#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/allowed_signers.hpp"
#include "flow/ledger_state.hpp"
#include "model/project.hpp"

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

// Somebody who has said something, and the key by which it is known to be his.
struct Person {
  std::string actor;  // "Name <address>"
  std::string key;    // its fingerprint; empty: not known yet
};

// How it stands with a request.
struct RequestStanding {
  RequestState state = RequestState::open;
  std::string why;                      // "expired at …", "was rejected by …"; empty where it is open
  std::vector<std::string> approved;    // actors whose approval counts
  std::vector<std::string> discounted;  // approvals that don't, and why: "Eve <…>: not signed"
  long long missing = 0;                // further approvals that it needs
};

// How it stands at a time, after the last event of `now`. An approval counts when its event is signed by its actor, who
// may approve, has not taken it back since, and whose key has not approved under another name. What is not signed says
// nothing, and takes nothing back. A rejection that ends a request can't be taken back. What a request was bound to,
// and whoever signed it, must be as it was: else it is void. `ledger` is that of `now`.
RequestStanding standing_of(const ApprovalRequest& request, const ApprovalTerms& terms, const LedgerState& now,
                            const Ledger& ledger, TimePoint at);

// Further approvals that it needs when `actor` has approved as well, who may have done so already.
long long missing_after(const RequestStanding& standing, std::string_view actor);

// Why somebody can't approve a request; none where he can. Where the key is given, it must not be that of the requester
// or of an approval that counts.
std::optional<std::string> bar_to_approve(const ApprovalRequest& request, const ApprovalTerms& terms,
                                          const LedgerState& now, const Ledger& ledger, const Person& person);

// Why somebody can't reject a request; none where he can: those who are asked, its author too, and who asked for it.
std::optional<std::string> bar_to_reject(const ApprovalRequest& request, const ApprovalPolicy& policy,
                                         const std::string& actor);

// Whether what was decided now is what a request asks for: the same moves, by the same conditions, on the same
// evidence, and past nothing that it does not name.
bool is_asked_for(const LedgerEvent& decided, const ApprovalRequest& request);

// "lead@larchpine.example or security@larchpine.example, but not who asked for it": who may approve, for people.
std::string approvers_text(const ApprovalPolicy& policy);

}  // namespace promptctl
