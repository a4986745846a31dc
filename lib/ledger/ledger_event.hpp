#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prompt/bundle.hpp"

namespace promptctl {

using TimePoint = std::chrono::system_clock::time_point;

// "support/triage@12", as a person says it.
struct VersionName {
  std::string prompt;
  long long version = 0;

  bool operator==(const VersionName&) const = default;
};

std::string version_text(const VersionName& name);

// A prompt's content that has got a number.
struct RegisteredVersion {
  VersionName name;
  std::string digest;            // of the bundle
  std::string interface_digest;  // of its schemas
  BundleManifest manifest;
  std::string commit;  // that the content was taken from, full hex id
  std::string path;    // of the prompt's file in that commit, from the repository's top
  std::string author;  // of the last commit that changed the prompt: "Name <address>"
  std::string label;   // may be empty
};

// An environment gets another version of a prompt.
struct Move {
  VersionName to;
  std::string digest;             // of the bundle
  std::optional<long long> from;  // the version that was live there; none when it is the first

  bool operator==(const Move&) const = default;
};

// What decided a promotion: the conditions of a registry, as they were on the main branch.
struct ConditionsSource {
  std::string commit;    // of the main branch, full hex id
  std::string registry;  // its folder, from the repository's top, with a slash at its end; empty: the top

  bool operator==(const ConditionsSource&) const = default;
};

// Which statement speaks of which version.
struct EvidenceLink {
  VersionName subject;
  std::string digest;  // SHA-256 of the statement's bytes

  bool operator==(const EvidenceLink&) const = default;
};

enum class EventType {
  registration,
  promotion,
  overriding,
  rollback,
  yank,
  restore,
  attestation,
  request,
  approval,
  rejection
};

// "register", "promote", "override", "rollback", "yank", "restore", "attest", "request", "approve", "reject".
std::string_view event_type_name(EventType type);
std::optional<EventType> find_event_type(std::string_view name);

// The address of "Name <address>", in small letters. Empty where there is none.
std::string address_of(std::string_view actor);

// Whether two actors have the same address, whatever names stand beside it.
bool is_same_person(std::string_view actor, std::string_view other);

// One transaction of the ledger, and the only place where anything is said: versions, environments and histories are
// views that follow from the events.
struct LedgerEvent {
  long long seq = 0;     // from 1, without a gap
  std::string previous;  // SHA-256 of the previous event's bytes; empty for the first
  EventType type = EventType::registration;
  std::string actor;  // "Name <address>"
  TimePoint at;       // whole seconds
  std::string reason;

  std::vector<RegisteredVersion> registered;
  std::string environment;  // of the moves
  std::vector<Move> moves;
  std::vector<Move> proposed;            // of a request, and of what is said to one: the moves to be approved
  std::optional<long long> request;      // the number of the request that it answers or, of a promotion, carries out
  std::vector<std::string> approved_by;  // of a promotion that carries one out: actors, in the order in which they did
  std::string policy;                    // digest of the environment's conditions; empty without any
  std::optional<ConditionsSource> conditions;  // where they stood; of promotions and overrides
  std::string method;                          // by which their gate decided; empty where there was none
  std::vector<EvidenceLink> evidence;          // what is recorded with it, or what its decision rests on
  // What an override goes past, and what the stay went past that a rollback goes back to.
  std::vector<std::string> objections;
  std::vector<VersionName> yanked;
  std::vector<VersionName> restored;
};

// Who did it, when, why: what each view says of the event it comes from.
struct EventStamp {
  long long seq = 0;
  EventType type = EventType::registration;
  std::string actor;
  TimePoint at;
  std::string reason;
};

EventStamp stamp_of(const LedgerEvent& event);

// What an environment has seen of a version.
struct Stay {
  std::string environment;
  std::vector<std::string> objections;  // what it last went live past
  std::optional<TimePoint> since;       // when it went live, where it is live
  std::chrono::seconds longest{0};      // at a stretch, of the stays that have ended
};

// A version: versions/<prompt>/…/<N>/version.json
struct VersionRecord {
  RegisteredVersion version;
  EventStamp stamp;
  std::optional<EventStamp> yanked;
  std::vector<std::string> evidence;  // digests of all statements recorded for it, in the order of events, each once
  std::vector<Stay> stays;            // one for each environment it was ever live in, by name

  // Null where it was never live.
  const Stay* stay(const std::string& environment) const;
};

// versions/<prompt>/prompt.json: how much there is of a prompt.
struct PromptRecord {
  long long versions = 0;  // their numbers go from 1 to this
  long long entries = 0;   // of its history
};

// environments/<environment>/<prompt>.json: what is live.
struct Deployment {
  std::string environment;
  Move move;
  EventStamp stamp;
  std::string policy;
  std::vector<std::string> evidence;  // digests of the event's statements on this prompt
  std::vector<std::string> objections;
  std::optional<long long> request;      // that it carries out
  std::vector<std::string> approved_by;  // actors, in the order in which they did
};

// A promotion that waits for approvals, and what was said to it: requests/<environment>/<prompt>.json has the newest of
// each prompt.
struct ApprovalRequest {
  EventStamp stamp;  // its number is the event's
  std::string environment;
  std::vector<Move> moves;
  std::string policy;
  std::vector<EvidenceLink> evidence;
  std::vector<std::string> objections;  // that it would override
  std::vector<EventStamp> answers;      // approvals, rejections and the promotion that carried it out, in their order
};

// The event's type apart, whether an event speaks of what a request asks for: the same moves, by the same conditions,
// on the same evidence, past the same objections.
bool is_about(const LedgerEvent& event, const ApprovalRequest& request);

// One line of history/<prompt>/…: what one event did to one prompt.
struct HistoryEntry {
  enum class Effect { registered, moved, yanked, restored, attested, requested, approved, rejected };

  EventStamp stamp;
  Effect effect = Effect::registered;
  long long version = 0;
  std::string environment;                   // of a move, or one that is asked for
  std::optional<long long> from;             // of these
  std::vector<std::string> objections = {};  // of these: the event's
};

// What was found of an event that keeps the ledger's own rules: where it did not keep to main's conditions.
struct EventFinding {
  long long seq = 0;
  std::string commit;
  std::string check;
  std::string message;
  bool told = false;
};

}  // namespace promptctl
