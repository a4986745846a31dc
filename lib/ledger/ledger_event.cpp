#include "ledger/ledger_event.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr std::array<std::pair<EventType, std::string_view>, 10> type_names{{
    {EventType::registration, "register"},
    {EventType::promotion, "promote"},
    {EventType::overriding, "override"},
    {EventType::rollback, "rollback"},
    {EventType::yank, "yank"},
    {EventType::restore, "restore"},
    {EventType::attestation, "attest"},
    {EventType::request, "request"},
    {EventType::approval, "approve"},
    {EventType::rejection, "reject"},
}};

}  // namespace

std::string version_text(const VersionName& name) {
  return name.prompt + "@" + std::to_string(name.version);
}

std::string_view event_type_name(EventType type) {
  return std::find_if(type_names.begin(), type_names.end(), [type](const auto& known) { return known.first == type; })
      ->second;
}

std::optional<EventType> find_event_type(std::string_view name) {
  const auto* found =
      std::find_if(type_names.begin(), type_names.end(), [name](const auto& known) { return known.second == name; });
  return found == type_names.end() ? std::nullopt : std::optional(found->first);
}

std::string address_of(std::string_view actor) {
  const std::size_t open = actor.rfind('<');
  return open != std::string_view::npos && actor.ends_with('>')
             ? lower_ascii(actor.substr(open + 1, actor.size() - open - 2))
             : std::string();
}

bool is_same_person(std::string_view actor, std::string_view other) {
  const std::string address = address_of(actor);
  return address.empty() ? actor == other : address == address_of(other);
}

bool is_about(const LedgerEvent& event, const ApprovalRequest& request) {
  const bool is_move = !event.moves.empty();
  return event.environment == request.environment && (is_move ? event.moves : event.proposed) == request.moves &&
         event.policy == request.policy && event.evidence == request.evidence && event.objections == request.objections;
}

EventStamp stamp_of(const LedgerEvent& event) {
  return {event.seq, event.type, event.actor, event.at, event.reason};
}

const Stay* VersionRecord::stay(const std::string& environment) const {
  const auto found = std::find_if(stays.begin(), stays.end(),
                                  [&environment](const Stay& stay) { return stay.environment == environment; });
  return found == stays.end() ? nullptr : &*found;
}

}  // namespace promptctl
