#include "cli/ledger/ledger_session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <stdexcept>
#include <utility>

#include "base/characters.hpp"
#include "cli/workspace/people.hpp"
#include "ledger/ledger_log.hpp"
#include "world/git/git_signature.hpp"

namespace promptctl::cli {

LedgerSession::LedgerSession(Session& run)
    : session(run), workspace(run), ledger({workspace.root, run.environment, run.seed}), policy_(workspace, ledger) {}

LedgerState LedgerSession::state() {
  return known_state(ledger, [this] { return policy_.trust(); });
}

std::string LedgerSession::actor() const {
  const GitIdentity identity = read_identity(GitExecutable(workspace.root, session.environment));
  return fmt::format("{} <{}>", identity.name, identity.email);
}

// What was moved by others after `since`, as it happened: whoever goes on to move something there should have read it.
void LedgerSession::print_news(const std::optional<std::string>& since, long long own) const {
  if (!since || session.quiet) {
    return;
  }
  std::vector<PromptEvent> news = read_log(ledger, state_at(ledger, ledger.tip()), {"", "", 0, *since});
  std::reverse(news.begin(), news.end());
  for (const PromptEvent& event : news) {
    const EventStamp& stamp = event.entry.stamp;
    if (event.entry.effect == HistoryEntry::Effect::moved && stamp.seq != own) {
      session.err << fmt::format("note: {} since you last looked (event {}, {} by {})\n", effect_text(event), stamp.seq,
                                 event_type_name(stamp.type), person_name(stamp.actor));
    }
  }
}

std::optional<RecordedEvent> LedgerSession::record(const Intent& intent) {
  const std::string writer = actor();
  policy_.project(Freshness::current);
  const auto since = ledger.tip();
  bool was_beaten = false;
  const Intent decide = [&](const LedgerState& now, const LedgerState& seen) {
    if (std::exchange(was_beaten, true)) {
      policy_.renew();
    }
    return intent(now, seen);
  };
  auto recorded = promptctl::record({ledger, session.clock, writer, policy_.trust()}, decide);
  if (recorded) {
    print_news(since, recorded->event.seq);
  }
  return recorded;
}

void require_reason(const std::string& reason, std::string_view what) {
  if (is_blank(reason)) {
    throw Failure("usage", fmt::format("{} needs a reason", what), "--reason TEXT");
  }
}

std::vector<std::string> environment_names(const Project& project, const LedgerState& state) {
  std::vector<std::string> names;
  names.reserve(project.environments.size());
  for (const Environment& environment : project.environments) {
    names.push_back(environment.name);
  }
  for (const std::string& name : state.environments()) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  }
  return names;
}

const Environment& require_environment(const Project& project, const std::string& name) {
  if (const Environment* found = find_environment(project, name)) {
    return *found;
  }
  const std::vector<std::string> names = environment_names(project, {});
  if (names.empty()) {
    throw Failure("unknown-environment", "promptctl.yaml declares no environments",
                  "write them under `environments` and commit it");
  }
  require_known(name, names, "environment");
  throw std::logic_error("a known environment was not found");
}

}  // namespace promptctl::cli
