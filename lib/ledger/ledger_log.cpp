#include "ledger/ledger_log.hpp"

#include <algorithm>

namespace promptctl {
namespace {

// Keeps what is asked for, until it is enough.
class Collector {
 public:
  explicit Collector(const LogQuery& query) : query_(query) {}

  void add(PromptEvent event) {
    const bool wanted = query_.environment.empty() || event.entry.environment == query_.environment;
    if (wanted && !is_full()) {
      events_.push_back(std::move(event));
    }
  }

  bool is_full() const { return query_.most != 0 && events_.size() >= query_.most; }
  std::vector<PromptEvent> take() { return std::move(events_); }

 private:
  const LogQuery& query_;
  std::vector<PromptEvent> events_;
};

void walk_events(const Ledger& ledger, const std::string& tip, const std::string& since, Collector& collector) {
  for (auto next = tip.empty() ? std::nullopt : std::optional(tip); next && next != since && !collector.is_full();) {
    const auto event = state_at(ledger, next).event();
    std::vector<PromptEvent> events = event ? prompt_events(*event) : std::vector<PromptEvent>();
    std::for_each(events.rbegin(), events.rend(), [&](PromptEvent& one) { collector.add(std::move(one)); });
    const LedgerCommit commit = ledger.commit(*next);
    next = commit.parents.empty() ? std::nullopt : std::optional(commit.parents.front());
  }
}

}  // namespace

std::vector<PromptEvent> read_log(const Ledger& ledger, const LedgerState& state, const LogQuery& query) {
  Collector collector(query);
  if (query.prompt.empty()) {
    walk_events(ledger, state.commit(), query.since, collector);
    return collector.take();
  }
  const std::vector<HistoryEntry> history = state.history(query.prompt);
  std::for_each(history.rbegin(), history.rend(),
                [&](const HistoryEntry& entry) { collector.add({query.prompt, entry}); });
  return collector.take();
}

}  // namespace promptctl
