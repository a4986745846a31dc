// `promptctl sync`: brings the ledger up to date with its remote, and the remote with it.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <ostream>
#include <span>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/ledger/git_main_line.hpp"
#include "cli/ledger/ledger_session.hpp"
#include "cli/output/left_out.hpp"
#include "release/held_promotions.hpp"

namespace promptctl::cli {
namespace {

std::string state_text(const LedgerState& state) {
  const auto event = state.event();
  return event ? fmt::format("event {}", event->seq) : std::string("nothing is registered yet");
}

long long seq_of(const Ledger& ledger, const std::optional<std::string>& commit) {
  const auto event = state_at(ledger, commit).event();
  return event ? event->seq : 0;
}

// What the remote lacks: all of it, where there was no remote before; else it was cut off there. Nothing, where others
// have written since it was asked.
void push_rest(LedgerSession& ledger, const std::optional<std::string>& there) {
  const auto here = ledger.ledger.tip();
  if (!here || here == there || seq_of(ledger.ledger, there) > seq_of(ledger.ledger, here)) {
    return;
  }
  const auto publication = ledger.ledger.publish(*here, 1);
  const std::string remote = ledger.ledger.remote();
  if (!publication.accepted) {
    throw Failure("ledger-refused", fmt::format("{} refuses the ledger: {}", remote, publication.refusal),
                  "promptctl doctor says what the branch promptctl-ledger needs");
  }
  const long long last = seq_of(ledger.ledger, here);
  if (!there) {
    ledger.session.out << fmt::format("pushed {} to {}\n", counted(static_cast<std::size_t>(last), "event"), remote);
  } else {
    const long long kept = seq_of(ledger.ledger, there);
    ledger.session.out << fmt::format("REPAIRED  {} had lost what follows event {}: pushed again up to event {}\n",
                                      remote, kept, last);
    ledger.session.out << "  find out who cut the branch off; promptctl doctor says how to protect it\n";
  }
}

// Reads take git's word for what a checkpoint holds; here it is added up.
void require_checkpoint(LedgerSession& ledger) {
  const auto tip = ledger.ledger.tip();
  const auto checkpoint = ledger.trust().checkpoint;
  const auto fault = tip && checkpoint ? checkpoint_fault(ledger.ledger, *tip, *checkpoint) : std::nullopt;
  if (fault) {
    throw Failure("ledger-replaced", fault->message, "find out who rewrote the branch, and see docs/ledger.md");
  }
}

bool is_fault(const EventFinding& finding) {
  return finding.check != note_check;
}

std::string finding_line(const EventFinding& finding) {
  return is_fault(finding)
             ? fmt::format("REJECTED  event {} ({}): {}\n", finding.seq, finding.check, printable(finding.message))
             : fmt::format("note: event {}: {}\n", finding.seq, printable(finding.message));
}

std::vector<EventFinding> faults_first(const std::vector<EventFinding>& findings) {
  std::vector<EventFinding> sorted;
  sorted.reserve(findings.size());
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(sorted), is_fault);
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(sorted), std::not_fn(is_fault));
  return sorted;
}

// Whoever writes holds promotions to what the main branch asks; so does whoever fetches what others wrote. Told once:
// `verify` goes on to name it, and `status` while it is live.
ExitCode report_findings(LedgerSession& ledger) {
  const auto tip = ledger.ledger.tip();
  if (!tip) {
    return ExitCode::accepted;
  }
  GitMainLine main(ledger.workspace, ledger.ledger);
  hold_news(ledger.ledger, *tip, ledger.trust().checkpoint, main);
  const std::vector<EventFinding> news = faults_first(tell_findings(ledger.ledger));
  for (const EventFinding& finding : std::span(news).first(std::min(news.size(), most_shown))) {
    ledger.session.out << finding_line(finding);
  }
  ledger.session.out << left_out_line(news.size(), "promptctl verify --json names them all");
  const bool has_fault = std::any_of(news.begin(), news.end(), is_fault);
  if (has_fault) {
    ledger.session.out
        << "  it went past what the main branch asks for: look at promptctl status, roll it back, and see "
           "docs/ledger.md\n";
  }
  return has_fault ? ExitCode::rejected : ExitCode::accepted;
}

ExitCode execute(Session& session) {
  LedgerSession ledger(session);
  if (ledger.ledger.remote().empty()) {
    session.out << fmt::format("there is no remote; {}\n", state_text(ledger.state()));
    return ExitCode::accepted;
  }
  ledger.policy(LedgerSession::Freshness::current);
  const auto since = ledger.ledger.tip();
  const long long count = refresh(ledger.ledger, ledger.trust());
  if (count > 0) {
    session.out << fmt::format("fetched {} from {}\n", counted(static_cast<std::size_t>(count), "event"),
                               ledger.ledger.remote());
  }
  require_checkpoint(ledger);
  ledger.print_news(since, 0);
  push_rest(ledger, ledger.ledger.fetch());
  session.out << fmt::format("up to date with {}: {}\n", ledger.ledger.remote(), state_text(ledger.state()));
  return report_findings(ledger);
}

Action declare(Options& options) {
  options.example("promptctl sync");
  return execute;
}

}  // namespace

const Command sync_command{"sync", "Fetch the ledger, check what is new, and push what is missing there", declare};

}  // namespace promptctl::cli
