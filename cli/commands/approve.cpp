// `promptctl approve`: says yes or no to a promotion that waits for approvals.

#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "cli/approval_terms.hpp"
#include "cli/commands.hpp"
#include "cli/movement_output.hpp"
#include "cli/people.hpp"
#include "cli/promotion_gate.hpp"
#include "flow/approving.hpp"

namespace promptctl::cli {
namespace {

struct ApproveOptions {
  std::string request;
  bool rejecting = false;
  std::string reason;
  bool listing = false;
  ResultOptions result;
};

std::string list_text(const std::vector<Pending>& open, TimePoint now) {
  std::string text;
  for (const Pending& pending : open) {
    const EventStamp& stamp = pending.request.stamp;
    text += fmt::format("{}request {}  by {}, {}\n", text.empty() ? "" : "\n", stamp.seq, person_name(stamp.actor),
                        age_text(now - stamp.at));
    if (!stamp.reason.empty()) {
      text += fmt::format("  reason: {}\n", shown_text(stamp.reason, "          "));
    }
    text += pending_lines(pending);
  }
  return text.empty() ? "no promotion waits for approvals\n" : text;
}

Value list_value_of(const std::vector<Pending>& open) {
  Value requests = list_value({});
  for (const Pending& pending : open) {
    requests.items.push_back(pending_value(pending));
  }
  Value map = map_value();
  map.set("format", text_value("promptctl-requests 1")).set("requests", std::move(requests));
  return map;
}

ExitCode list(const ApproveOptions& options, Session& session) {
  LedgerSession ledger(session);
  const LedgerState state = ledger.state();
  const std::vector<Pending> open = open_requests(ledger, state);
  const Result result{[&](const ReportStyle&) { return list_text(open, session.clock.now()); },
                      [&] { return list_value_of(open); }};
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

AnswerTerms answer_terms(const ApprovalRequest& request, LedgerSession& ledger) {
  AnswerTerms terms{approval_terms(ledger, request.environment), ledger.policy_source()};
  terms.main = ledger.policy_files();
  if (terms.approvals.environment.gate) {
    // What decides is what everyone can see: the evidence in the ledger.
    terms.ask_gate = [&ledger, environment = terms.approvals.environment](const VersionRecord& candidate,
                                                                          const std::optional<VersionRecord>& live,
                                                                          const LedgerState& now, TimePoint at) {
      return PromotionGate(ledger, environment, EvidencePool()).asker()(candidate, live, now, at);
    };
  }
  return terms;
}

ExitCode answer(const ApproveOptions& options, Session& session) {
  const long long number = request_number(options);
  if (options.rejecting) {
    require_reason(options.reason, "a rejection");
  }
  LedgerSession ledger(session);
  ledger.policy(LedgerSession::Freshness::current);
  Approval approval(
      {number, options.rejecting, ledger.actor(), options.reason, session.clock.now()},
      [&ledger](const ApprovalRequest& request) { return answer_terms(request, ledger); }, ledger.ledger);
  const auto recorded =
      ledger.record([&approval](const LedgerState& now, const LedgerState&) { return approval.decide(now); });
  Movement movement{approval.request().environment, recorded, approval.standstill(), {}, {}};
  for (const Gating& gating : approval.gatings()) {
    movement.gates.push_back(gating.report);
  }
  if (const auto& policy = approval.terms().environment.approvals; policy && movement.standstill.objections.empty()) {
    const LedgerState state = ledger.state();
    const ApprovalRequest request = require_request(number, state);
    movement.pending = {request, standing_of(request, approval.terms(), state, ledger.ledger, session.clock.now()),
                        *policy};
  }
  return report_movement(movement, options.result, session);
}

ExitCode execute(const ApproveOptions& options, Session& session) {
  check_result_options(options.result, session);
  if (options.listing && (options.rejecting || !options.request.empty())) {
    throw Failure("usage", "--list goes with no request", "promptctl approve --list");
  }
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
