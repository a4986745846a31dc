#include "ledger/approval_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/ledger_rules.hpp"

namespace promptctl {
namespace {

// The newest request for what an event moves or would.
std::optional<ApprovalRequest> request_of(const LedgerEvent& event, const LedgerState& before) {
  const std::vector<Move>& moves = event.moves.empty() ? event.proposed : event.moves;
  auto request = moves.empty() ? std::nullopt : before.request(event.environment, moves.front().to.prompt);
  return request && request->stamp.seq == event.request ? request : std::nullopt;
}

}  // namespace

bool is_newest(const ApprovalRequest& request, const LedgerState& state) {
  return std::all_of(request.moves.begin(), request.moves.end(), [&](const Move& move) {
    const auto newest = state.request(request.environment, move.to.prompt);
    return newest && newest->stamp.seq == request.stamp.seq;
  });
}

bool is_carried_out(const ApprovalRequest& request) {
  return std::any_of(request.answers.begin(), request.answers.end(),
                     [](const EventStamp& answer) { return is_decided(answer.type); });
}

std::vector<std::string> approval_rules_broken(const LedgerEvent& event, const LedgerState& before) {
  if (!event.request) {
    return {};
  }
  const auto request = request_of(event, before);
  if (!request || !is_newest(*request, before)) {
    return {
        fmt::format("there is no request {} for what it names, or a newer one has taken its place", *event.request)};
  }
  std::vector<std::string> faults;
  if (is_carried_out(*request)) {
    faults.push_back(fmt::format("request {} was carried out before", *event.request));
  }
  if (!is_about(event, *request)) {
    faults.push_back(fmt::format("it says something else than request {}", *event.request));
  }
  return faults;
}

}  // namespace promptctl
