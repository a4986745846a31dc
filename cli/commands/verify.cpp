// `promptctl verify`: replays the ledger and holds every commit to its event.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>
#include <span>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/ledger/git_main_line.hpp"
#include "cli/ledger/ledger_session.hpp"
#include "cli/output/left_out.hpp"
#include "cli/output/result_output.hpp"
#include "ledger/ledger_trust.hpp"
#include "registry/checkpoint.hpp"
#include "release/held_promotions.hpp"

namespace promptctl::cli {
namespace {

struct VerifyOptions {
  std::string since;
  bool checkpoint = false;
  ResultOptions result;
};

constexpr std::string_view everything = "promptctl verify --json names them all";

std::string notes_text(const Verification& verification) {
  std::string text;
  const std::size_t shown = std::min(verification.notes.size(), most_shown);
  for (const LedgerNote& note : std::span(verification.notes).first(shown)) {
    text += fmt::format("  note: event {} ({}): {}\n", note.seq, note.commit.substr(0, 12), printable(note.message));
  }
  text += left_out_line(verification.notes.size(), everything);
  return text.empty() ? "" : "\n" + text;
}

std::string console_text(const Verification& verification) {
  const std::string counts = verification.replayed == verification.events
                                 ? counted(static_cast<std::size_t>(verification.events), "event")
                                 : fmt::format("{} of {}", grouped(verification.replayed),
                                               counted(static_cast<std::size_t>(verification.events), "event"));
  if (verification.accepted() && verification.replayed == 0) {
    return fmt::format("ACCEPTED  nothing is new since then\n\n  tip  {}\n", verification.tip);
  }
  if (verification.accepted()) {
    return fmt::format("ACCEPTED  {} replayed, every view follows from them\n\n  tip  {}\n", counts, verification.tip) +
           notes_text(verification);
  }
  std::string text = fmt::format("REJECTED  {} in {}\n\n", counted(verification.faults.size(), "fault"), counts);
  const std::size_t shown = std::min(verification.faults.size(), most_shown);
  for (const LedgerFault& fault : std::span(verification.faults).first(shown)) {
    text += fmt::format("  ✗ {} at event {} ({}): {}\n", fault.check, fault.seq, fault.commit.substr(0, 12),
                        printable(fault.message));
  }
  return text + left_out_line(verification.faults.size(), everything) + notes_text(verification);
}

Value json_value(const Verification& verification) {
  Value faults = list_value({});
  for (const LedgerFault& fault : verification.faults) {
    faults.items.push_back(map_value()
                               .set("check", text_value(fault.check))
                               .set("seq", integer_value(fault.seq))
                               .set("commit", text_value(fault.commit))
                               .set("message", text_value(fault.message)));
  }
  Value notes = list_value({});
  for (const LedgerNote& note : verification.notes) {
    notes.items.push_back(map_value()
                              .set("seq", integer_value(note.seq))
                              .set("commit", text_value(note.commit))
                              .set("message", text_value(note.message)));
  }
  Value map = map_value();
  map.set("format", text_value("promptctl-verification 1"))
      .set("accepted", boolean_value(verification.accepted()))
      .set("tip", text_value(verification.tip))
      .set("events", integer_value(verification.events))
      .set("replayed", integer_value(verification.replayed))
      .set("faults", std::move(faults))
      .set("notes", std::move(notes));
  return map;
}

ExitCode execute(const VerifyOptions& options, Session& session) {
  check_result_options(options.result, session);
  LedgerSession ledger(session);
  const auto tip = ledger.ledger.tip();
  if (!tip) {
    throw Failure("no-ledger", "nothing is registered here", "promptctl sync fetches a ledger from the remote");
  }
  const LedgerTrust trust = ledger.trust();
  Verification verification = verify_ledger(ledger.ledger, {*tip, options.since, trust.now, trust.signing});
  const auto fault = trust.checkpoint ? checkpoint_fault(ledger.ledger, *tip, *trust.checkpoint) : std::nullopt;
  if (fault) {
    verification.faults.push_back(*fault);
  }
  if (verification.accepted()) {
    GitMainLine main(ledger.workspace, ledger.ledger);
    ConditionsFindings findings = hold_to_conditions(ledger.ledger, *tip, verification.trusted, main);
    remember_findings(ledger.ledger, findings);
    verification.faults = std::move(findings.faults);
    verification.notes = std::move(findings.notes);
  }
  if (options.checkpoint && verification.accepted()) {
    session.out << checkpoint_text({verification.events, *tip, ledger.ledger.content_digest(*tip)}) << "\n";
    return ExitCode::accepted;
  }
  const Result result{[&](const ReportStyle&) { return console_text(verification); },
                      [&] { return json_value(verification); }};
  write_result(result, options.result, session);
  return verification.accepted() ? ExitCode::accepted : ExitCode::rejected;
}

Action declare(Options& options) {
  const auto target = std::make_shared<VerifyOptions>();
  options.text("--since", "EVENT", target->since, "Trust what is up to this commit, or this event's number");
  options.flag("--checkpoint", target->checkpoint,
               "Print the newest event as promptctl.yaml names one to begin at: ledger: {checkpoint: …}");
  declare_result_options(options, target->result);
  options.example("promptctl verify");
  options.example("promptctl verify --since 3f2a91c --json");
  return [target](Session& session) { return execute(*target, session); };
}

}  // namespace

const Command verify_command{"verify", "Replay the ledger and hold every commit to its event", declare};

}  // namespace promptctl::cli
