#include "model/ledger.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace promptctl {
namespace {

constexpr std::array<std::pair<EventType, std::string_view>, 7> type_names{{
    {EventType::registration, "register"},
    {EventType::promotion, "promote"},
    {EventType::overriding, "override"},
    {EventType::rollback, "rollback"},
    {EventType::yank, "yank"},
    {EventType::restore, "restore"},
    {EventType::attestation, "attest"},
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

EventStamp stamp_of(const LedgerEvent& event) {
  return {event.seq, event.type, event.actor, event.at, event.reason};
}

const Stay* VersionRecord::stay(const std::string& environment) const {
  const auto found = std::find_if(stays.begin(), stays.end(),
                                  [&environment](const Stay& stay) { return stay.environment == environment; });
  return found == stays.end() ? nullptr : &*found;
}

}  // namespace promptctl
