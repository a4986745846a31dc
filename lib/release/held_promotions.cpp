#include "release/held_promotions.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <tuple>

namespace promptctl {
namespace {

std::vector<EventFinding> findings_of(const ConditionsFindings& found) {
  std::vector<EventFinding> findings;
  findings.reserve(found.faults.size() + found.notes.size());
  for (const LedgerFault& fault : found.faults) {
    findings.push_back({fault.seq, fault.commit, std::string(fault.check), fault.message, false});
  }
  for (const LedgerNote& note : found.notes) {
    findings.push_back({note.seq, note.commit, std::string(note_check), note.message, false});
  }
  return findings;
}

// By what a finding is known again; there may be as many as there are events.
using Identity = std::tuple<std::string, std::string, std::string>;

Identity identity(const EventFinding& finding) {
  return {finding.commit, finding.check, finding.message};
}

// The event that decided on what is live: a rollback decides nothing.
long long deciding_event(const Deployment& live, const LedgerState& state) {
  if (live.stamp.type != EventType::rollback) {
    return live.stamp.seq;
  }
  const std::vector<HistoryEntry> history = state.history(live.move.to.prompt);
  const auto found = std::find_if(history.rbegin(), history.rend(), [&live](const HistoryEntry& entry) {
    return entry.effect == HistoryEntry::Effect::moved && entry.environment == live.environment &&
           entry.version == live.move.to.version && entry.stamp.type != EventType::rollback;
  });
  return found == history.rend() ? live.stamp.seq : found->stamp.seq;
}

}  // namespace

void hold_news(Ledger& ledger, const std::string& tip, const std::optional<Checkpoint>& checkpoint, MainLine& main) {
  const auto held = ledger.reached(Milestone::conditions_checked);
  if (held == tip) {
    return;
  }
  const std::string since = held ? *held : checkpoint ? checkpoint->commit : std::string();
  remember_findings(ledger, hold_to_conditions(ledger, tip, since, main));
  ledger.remember(Milestone::conditions_checked, tip);
}

void remember_findings(Ledger& ledger, const ConditionsFindings& found) {
  const std::vector<EventFinding> known = ledger.findings();
  std::set<Identity> told;
  std::set<Identity> kept;
  std::vector<EventFinding> all;
  const auto keep = [&](EventFinding finding) {
    if (kept.insert(identity(finding)).second) {
      all.push_back(std::move(finding));
    }
  };
  for (const EventFinding& finding : known) {
    if (finding.told) {
      told.insert(identity(finding));
    }
    if (!found.of_all) {
      keep(finding);
    }
  }
  for (EventFinding& finding : findings_of(found)) {
    finding.told = told.count(identity(finding)) > 0;
    keep(std::move(finding));
  }
  if (!all.empty() || !known.empty()) {
    ledger.remember_findings(all);
  }
}

std::vector<EventFinding> tell_findings(Ledger& ledger) {
  std::vector<EventFinding> all = ledger.findings();
  std::vector<EventFinding> news;
  std::copy_if(all.begin(), all.end(), std::back_inserter(news), [](const EventFinding& one) { return !one.told; });
  for (EventFinding& finding : all) {
    finding.told = true;
  }
  if (!news.empty()) {
    ledger.remember_findings(all);
  }
  return news;
}

std::vector<EventFinding> faults_of(const Deployment& live, const LedgerState& state,
                                    const std::vector<EventFinding>& findings) {
  std::vector<EventFinding> faults;
  const long long seq = findings.empty() ? 0 : deciding_event(live, state);
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(faults),
               [seq](const EventFinding& one) { return one.seq == seq && one.check != note_check; });
  return faults;
}

}  // namespace promptctl
