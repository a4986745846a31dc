// `promptctl approve`: says yes or no to a promotion that waits for approvals.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "cli/commands.hpp"
#include "cli/evaluate/promotion_gate.hpp"
#include "cli/ledger/approval_terms.hpp"
#include "cli/output/movement_output.hpp"
#include "cli/workspace/people.hpp"
#include "release/approving.hpp"

namespace promptctl::cli {
namespace {

struct ApproveOptions {
  std::string request;
  bool rejecting = false;
  std::string reason;
  bool listing = false;
  ResultOptions result;
};

std::string open_text(const Pending& pending, TimePoint now) {
  const EventStamp& stamp = pending.request.stamp;
  std::string text =
      fmt::format("request {}  by {}, {}\n", stamp.seq, person_name(stamp.actor), age_text(now - stamp.at));
  if (!stamp.reason.empty()) {
    text += fmt::format("  reason: {}\n", shown_text(stamp.reason, "          "));
  }
  return text + pending_lines(pending) + pending_steps(pending);
}

std::string ended_text(const Pending& pending) {
  return fmt::format("{}\n{}  ask again: {}\n", standing_text(pending), proposed_lines(pending.request, "  "),
                     repeat_command(pending.request));
}

// A clone knows what it has fetched.
std::string none_text(const LedgerSession& ledger, const LedgerState& state) {
  const auto last = state.event();
  const std::string known = last ? fmt::format(", up to event {}", last->seq) : ": nothing is registered yet";
  const std::string newer = ledger.ledger.remote().empty() ? "" : "\n  promptctl sync fetches what is newer";
  return fmt::format("no promotion waits for approvals{}{}\n", known, newer);
}

std::string list_text(const KnownRequests& known, const std::string& none, TimePoint now) {
  std::vector<std::string> parts;
  std::transform(known.open.begin(), known.open.end(), std::back_inserter(parts),
                 [now](const Pending& pending) { return open_text(pending, now); });
  if (parts.empty()) {
    parts.push_back(none);
  }
  std::transform(known.ended.begin(), known.ended.end(), std::back_inserter(parts), ended_text);
  return join(parts, "\n");
}

Value list_value_of(const KnownRequests& known) {
  Value map = map_value();
  map.set("format", text_value("promptctl-requests 1"))
      .set("requests", pending_values(known.open))
      .set("ended", pending_values(known.ended));
  return map;
}

ExitCode list(const ApproveOptions& options, Session& session) {
  LedgerSession ledger(session);
  const LedgerState state = ledger.state();
  const KnownRequests known = known_requests(ledger, state);
  const std::string none = none_text(ledger, state);
  const Result result{[&](const ReportStyle&) { return list_text(known, none, session.clock.now()); },
                      [&] { return list_value_of(known); }};
  write_result(result, options.result, session);
  return ExitCode::accepted;
}

long long request_number(const ApproveOptions& options) {
  const auto number = parse_integer(options.request);
  if (!number || *number < 1) {
    throw Failure("usage",
                  options.request.empty() ? std::string("name the request")
                                          : fmt::format("`{}` is no number of a request", options.request),
                  "promptctl approve --list shows those that wait");
  }
  return *number;
}

ExitCode answer(const ApproveOptions& options, Session& session) {
  const long long number = request_number(options);
  if (options.rejecting) {
    require_reason(options.reason, "a rejection");
  }
  LedgerSession ledger(session);
  ledger.policy(LedgerSession::Freshness::current);
  // What decides is what everyone can see: the evidence in the ledger.
  const auto terms = [&ledger, no_more = std::make_shared<const EvidencePool>()](const ApprovalRequest& request) {
    return promotion_terms(ledger, request.environment, no_more);
  };
  Approval approval({number, options.rejecting, ledger.actor(), options.reason, session.clock.now()}, terms,
                    ledger.ledger);
  const auto recorded =
      ledger.record([&approval](const LedgerState& now, const LedgerState&) { return approval.decide(now); });
  Movement movement = movement_of(approval.request().environment, recorded, approval.standstill(), approval.gatings());
  movement.pending = pending_request(number, ledger);
  return report_movement(movement, options.result, session);
}

void check_usage(const ApproveOptions& options, const Session& session) {
  check_result_options(options.result, session);
  if (options.listing && (options.rejecting || !options.request.empty() || !options.reason.empty())) {
    throw Failure("usage", "--list goes with no request, and with no answer to one", "promptctl approve --list");
  }
}

ExitCode execute(const ApproveOptions& options, Session& session) {
  check_usage(options, session);
  return options.listing ? list(options, session) : answer(options, session);
}

Action declare(Options& options) {
  const auto target = std::make_shared<ApproveOptions>();
  options.argument("request", target->request, "Its number, as promote and --list give it", false);
  options.flag("--reject", target->rejecting, "Say no; needs --reason. Who asked for it takes it back so");
  options.text("--reason", "TEXT", target->reason, "Why");
  options.flag("--list", target->listing, "Show the promotions that wait for approvals");
  declare_result_options(options, target->result);
  options.example("promptctl approve --list");
  options.example("promptctl approve 14");
  options.example("promptctl approve 14 --reject --reason \"not before the audit\"");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command approve_command{"approve", "Approve or reject a promotion that waits for approvals", declare};

}  // namespace promptctl::cli
