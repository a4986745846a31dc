#include "cli/movement_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <ostream>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "cli/people.hpp"
#include "codec/ledger_event.hpp"
#include "codec/ledger_record.hpp"
#include "report/gate_text.hpp"
#include "report/gate_value.hpp"

namespace promptctl::cli {
namespace {

std::string event_lines(const LedgerEvent& event) {
  std::string text;
  for (const Move& move : event.moves) {
    text += fmt::format("{} is live in {} ({})\n", version_text(move.to), event.environment, before_text(move));
  }
  for (const VersionName& name : event.yanked) {
    text += fmt::format("{} is yanked: no environment takes it any more\n", version_text(name));
  }
  for (const VersionName& name : event.restored) {
    text += fmt::format("{} may be promoted again\n", version_text(name));
  }
  for (const std::string& objection : event.moves.empty() ? std::vector<std::string>() : event.objections) {
    text += fmt::format("  overridden {}\n", shown_text(objection, "    "));
  }
  return text;
}

std::string moved_lines(const Deployment& now) {
  std::string text = fmt::format("REJECTED  {} was moved meanwhile\n\n", now.environment);
  text += fmt::format("  {} went live in {} at {} (event {}), {} by {}\n", version_text(now.move.to), now.environment,
                      utc_text(now.stamp.at), now.stamp.seq, event_type_name(now.stamp.type),
                      shown_text(now.stamp.actor, ""));
  if (!now.stamp.reason.empty()) {
    text += fmt::format("  reason: {}\n", shown_text(now.stamp.reason, "          "));
  }
  return text + "  nothing was changed; look at promptctl status, and run the command again if you still mean it\n";
}

bool is_inconclusive(const Standstill& standstill) {
  const auto& objections = standstill.objections;
  return !objections.empty() && standstill.moved.empty() &&
         std::all_of(objections.begin(), objections.end(), std::mem_fn(&Objection::is_inconclusive));
}

std::string gate_lines(const Movement& movement) {
  std::string text;
  for (const GateReport& gate : movement.gates) {
    for (const SuiteDecision& suite : gate.suites) {
      if (!suite.evidence.empty()) {
        text +=
            fmt::format("  {}: {} by {} on {} with {}, evidence {}\n", gate.prompt, gate_outcome_name(gate.outcome),
                        counted(suite.rules.size(), "rule"), suite.suite, suite.target, suite.evidence.substr(0, 12));
        text += fmt::format("    {}\n", shown_text(witness_text(suite.witness), "      "));
      }
      for (const std::string& note : suite.notes) {
        text += fmt::format("    note: {}\n", shown_text(note, "      "));
      }
    }
  }
  return text;
}

std::string objection_lines(const Movement& movement) {
  std::string text =
      fmt::format("{}  {} stays as it is\n\n", is_inconclusive(movement.standstill) ? "INCONCLUSIVE" : "REJECTED",
                  movement.environment);
  bool can_be_overridden = true;
  for (const Objection& objection : movement.standstill.objections) {
    text += fmt::format("  {} {}: {}\n", objection.is_inconclusive ? "?" : "✗", objection.condition,
                        shown_text(objection.message, "      "));
    can_be_overridden = can_be_overridden && objection.can_be_overridden;
  }
  return text + (can_be_overridden ? "  --override --reason TEXT goes past this, for all to see\n" : "");
}

bool is_answer(const Movement& movement) {
  const EventType type = movement.recorded ? movement.recorded->event.type : EventType::request;
  return type == EventType::approval || type == EventType::rejection;
}

std::string answer_lines(const LedgerEvent& event, const Pending& pending) {
  const bool approves = event.type == EventType::approval;
  std::string text = fmt::format("{} {} request {}{}\n", person_name(event.actor), approves ? "approved" : "rejected",
                                 pending.request.stamp.seq,
                                 approves ? fmt::format(": it needs {}", missing_text(pending.standing)) : "");
  text += proposed_lines(pending.request, "  ");
  const bool goes_on = !approves && pending.standing.state == RequestState::open;
  return text + (goes_on ? "  it can still be approved: no one has a veto there\n" : "");
}

bool is_pending(const Movement& movement) {
  return movement.pending && movement.pending->standing.state == RequestState::open && !is_answer(movement);
}

// What a request waits for, or what became of it.
std::string request_text(const Movement& movement) {
  const Pending& pending = *movement.pending;
  if (is_answer(movement)) {
    return answer_lines(movement.recorded->event, pending);
  }
  if (pending.standing.state == RequestState::open) {
    return fmt::format("PENDING  {} stays as it is: request {} needs {}\n\n{}", movement.environment,
                       pending.request.stamp.seq, missing_text(pending.standing), pending_lines(pending));
  }
  return movement.recorded
             ? ""
             : fmt::format("request {} {}\n", pending.request.stamp.seq, shown_text(pending.standing.why, "  "));
}

std::string approved_line(const Movement& movement) {
  const bool carried_out =
      movement.recorded && movement.recorded->event.request && !movement.recorded->event.moves.empty();
  return carried_out && movement.pending
             ? fmt::format("  approved by {} (request {})\n", people_names(movement.pending->standing.approved),
                           *movement.recorded->event.request)
             : "";
}

std::string console_text(const Movement& movement) {
  std::string text;
  for (const VersionName& name : movement.standstill.live_already) {
    text += fmt::format("{} is live in {} already\n", version_text(name), movement.environment);
  }
  if (movement.pending) {
    text += request_text(movement);
  }
  if (movement.recorded) {
    return text + event_lines(movement.recorded->event) + approved_line(movement) + gate_lines(movement);
  }
  for (const Moved& moved : movement.standstill.moved) {
    text += moved_lines(moved.now);
  }
  return text + (movement.standstill.objections.empty() ? "" : objection_lines(movement) + gate_lines(movement));
}

Value json_value(const Movement& movement) {
  Value objections = list_value({});
  for (const Objection& objection : movement.standstill.objections) {
    objections.items.push_back(map_value()
                                   .set("condition", text_value(objection.condition))
                                   .set("message", text_value(objection.message))
                                   .set("can_be_overridden", boolean_value(objection.can_be_overridden))
                                   .set("inconclusive", boolean_value(objection.is_inconclusive)));
  }
  Value moved = list_value({});
  for (const Moved& one : movement.standstill.moved) {
    moved.items.push_back(deployment_value(one.now));
  }
  Value already = list_value({});
  for (const VersionName& name : movement.standstill.live_already) {
    already.items.push_back(text_value(version_text(name)));
  }
  Value gates = list_value({});
  for (const GateReport& gate : movement.gates) {
    gates.items.push_back(gate_value(gate));
  }
  Value map = map_value();
  map.set("format", text_value("promptctl-movement 1"))
      .set("event", movement.recorded ? event_value(movement.recorded->event) : Value())
      .set("live_already", std::move(already))
      .set("objections", std::move(objections))
      .set("moved_by_others", std::move(moved))
      .set("gates", std::move(gates))
      .set("request", movement.pending ? pending_value(*movement.pending) : Value());
  return map;
}

}  // namespace

ExitCode report_movement(const Movement& movement, const ResultOptions& options, Session& session) {
  const Result result{[&](const ReportStyle&) { return console_text(movement); }, [&] { return json_value(movement); }};
  write_result(result, options, session);
  const bool rejected = !movement.standstill.objections.empty() || !movement.standstill.moved.empty();
  return is_inconclusive(movement.standstill) || is_pending(movement) ? ExitCode::inconclusive
         : rejected                                                   ? ExitCode::rejected
                                                                      : ExitCode::accepted;
}

}  // namespace promptctl::cli
