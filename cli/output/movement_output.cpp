#include "cli/output/movement_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "cli/workspace/people.hpp"
#include "ledger/event_record.hpp"
#include "ledger/ledger_record.hpp"
#include "report/gate/gate_text.hpp"
#include "report/gate/gate_value.hpp"

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

std::string suite_lines(const GateReport& gate, const SuiteDecision& suite) {
  std::string text;
  if (!suite.evidence.empty()) {
    text = fmt::format("  {}: {} by {} on {} with {}, evidence {}\n", gate.prompt, gate_outcome_name(gate.outcome),
                       counted(suite.rules.size(), "rule"), suite.suite, suite.target, suite.evidence.substr(0, 12));
    text += fmt::format("    {}\n", shown_text(witness_text(suite.witness), "      "));
  }
  for (const std::string& note : suite.notes) {
    text += fmt::format("    note: {}\n", shown_text(note, "      "));
  }
  return text;
}

std::string gate_lines(const Movement& movement) {
  std::string text;
  for (const GateReport& gate : movement.gates) {
    for (const SuiteDecision& suite : gate.suites) {
      text += suite_lines(gate, suite);
    }
  }
  return text;
}

bool is_refused(const Movement& movement) {
  return !movement.standstill.objections.empty() || !movement.standstill.moved.empty();
}

// The event by which a request was answered and not carried out; null where it was not.
const LedgerEvent* answer_of(const Movement& movement) {
  const LedgerEvent* event = movement.recorded ? &movement.recorded->event : nullptr;
  const bool is_answer =
      event != nullptr && (event->type == EventType::approval || event->type == EventType::rejection);
  return is_answer ? event : nullptr;
}

// The request that still waits; null where there is none.
const Pending* waiting(const Movement& movement) {
  const bool waits = movement.pending && movement.pending->standing.state == RequestState::open;
  return waits && answer_of(movement) == nullptr && !is_refused(movement) ? &*movement.pending : nullptr;
}

std::string refusal_lines(const Movement& movement) {
  std::string text;
  for (const Moved& moved : movement.standstill.moved) {
    text += moved_lines(moved.now);
  }
  if (movement.standstill.objections.empty()) {
    return text;
  }
  text += fmt::format("{}  {} stays as it is\n\n", is_inconclusive(movement.standstill) ? "INCONCLUSIVE" : "REJECTED",
                      movement.environment);
  for (const Objection& objection : movement.standstill.objections) {
    text += fmt::format("  {} {}: {}\n", objection.is_inconclusive ? "?" : "✗", objection.condition,
                        shown_text(objection.message, "      "));
  }
  return text;
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

std::string approved_line(const LedgerEvent& event) {
  return event.approved_by.empty() ? ""
                                   : fmt::format("  approved by {} (request {})\n", people_names(event.approved_by),
                                                 event.request.value_or(0));
}

// What came of it, before what it rests on.
std::string verdict_lines(const Movement& movement) {
  if (is_refused(movement)) {
    return refusal_lines(movement);
  }
  if (const LedgerEvent* answer = answer_of(movement); answer != nullptr && movement.pending) {
    return answer_lines(*answer, *movement.pending);
  }
  if (const Pending* pending = waiting(movement)) {
    return fmt::format("PENDING  {} stays as it is: request {} needs {}\n\n{}", movement.environment,
                       pending->request.stamp.seq, missing_text(pending->standing), pending_lines(*pending));
  }
  if (movement.recorded) {
    return event_lines(movement.recorded->event) + approved_line(movement.recorded->event);
  }
  return movement.pending ? standing_text(*movement.pending) + "\n" : "";
}

std::string override_step(const Standstill& standstill) {
  const auto& objections = standstill.objections;
  const bool is_possible = !objections.empty() && std::all_of(objections.begin(), objections.end(),
                                                              std::mem_fn(&Objection::can_be_overridden));
  if (!is_possible || (standstill.overriders && standstill.overriders->empty())) {
    return "";
  }
  const std::string who =
      standstill.overriders ? fmt::format("; only {} may", join(*standstill.overriders, ", ")) : std::string();
  return fmt::format("  --override --reason TEXT goes past this, for all to see{}\n", who);
}

// What to do next, after everything else.
std::string steps(const Movement& movement) {
  const Pending* pending = waiting(movement);
  return pending != nullptr ? pending_steps(*pending) : override_step(movement.standstill);
}

std::string console_text(const Movement& movement) {
  std::string text;
  for (const VersionName& name : movement.standstill.live_already) {
    text += fmt::format("{} is live in {} already\n", version_text(name), movement.environment);
  }
  const bool was_decided = movement.standstill.moved.empty();
  return text + verdict_lines(movement) + (was_decided ? gate_lines(movement) : "") + steps(movement);
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

Movement movement_of(const std::string& environment, const std::optional<RecordedEvent>& recorded,
                     const Standstill& standstill, const std::vector<Gating>& gatings) {
  Movement movement{environment, recorded, standstill};
  std::transform(gatings.begin(), gatings.end(), std::back_inserter(movement.gates),
                 [](const Gating& gating) { return gating.report; });
  return movement;
}

ExitCode report_movement(const Movement& movement, const ResultOptions& options, Session& session) {
  const Result result{[&](const ReportStyle&) { return console_text(movement); }, [&] { return json_value(movement); }};
  write_result(result, options, session);
  return is_inconclusive(movement.standstill) || waiting(movement) != nullptr ? ExitCode::inconclusive
         : is_refused(movement)                                               ? ExitCode::rejected
                                                                              : ExitCode::accepted;
}

}  // namespace promptctl::cli
