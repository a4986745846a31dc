#include "cli/ledger_session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <stdexcept>

#include "base/characters.hpp"
#include "cli/people.hpp"
#include "flow/ledger_log.hpp"
#include "world/git_history.hpp"
#include "world/git_signature.hpp"
#include "world/git_tree_files.hpp"

namespace promptctl::cli {

LedgerSession::LedgerSession(Session& run)
    : session(run), workspace(run), ledger({workspace.root, run.environment, run.seed}) {}

std::string LedgerSession::actor() const {
  const GitIdentity identity = read_identity(GitExecutable(workspace.root, session.environment));
  return fmt::format("{} <{}>", identity.name, identity.email);
}

const Project& LedgerSession::read_policy(Freshness freshness) {
  const GitExecutable git(workspace.root, session.environment);
  const auto revision = freshness == Freshness::current ? current_policy_revision(workspace.root, git, ledger.remote())
                                                        : known_policy_revision(workspace.root, ledger.remote());
  if (revision) {
    policy_files_ = std::make_shared<GitTreeFiles>(workspace.root, *revision, session.environment);
  } else {
    policy_files_ = {std::shared_ptr<void>(), &workspace.files};
  }
  Diagnostics diagnostics;
  return policy_.emplace(Registry(*policy_files_).require_project(diagnostics));
}

void LedgerSession::require_policy() const {
  const std::string remote = ledger.remote();
  if (!remote.empty() && !known_policy_revision(workspace.root, remote)) {
    throw Failure("no-policy", fmt::format("it can't be told which branch of {} has the conditions", remote),
                  fmt::format("git remote set-head {} --auto", remote));
  }
}

const Project& LedgerSession::policy(Freshness freshness) {
  return policy_ && freshness == Freshness::known ? *policy_ : read_policy(freshness);
}

std::optional<SigningPolicy> LedgerSession::signing() {
  const auto rules = policy(Freshness::known).signing;
  if (!rules) {
    return std::nullopt;
  }
  Diagnostics faults;
  const auto signers = policy_files_->read(rules->allowed_signers, faults);
  if (faults.has_errors()) {
    throw Failure(faults.all().front());
  }
  if (!signers) {
    throw Failure("missing-file", whole_file(rules->allowed_signers),
                  "promptctl.yaml names this file of allowed signers, and it is not on the main branch");
  }
  return SigningPolicy{std::string(signers->text()), rules->signed_from};
}

// What was moved by others after `since`: whoever goes on to move something there should have read it.
void LedgerSession::print_news(const std::optional<std::string>& since, long long own) const {
  if (!since || session.quiet) {
    return;
  }
  for (const PromptEvent& event : read_log(ledger, {"", "", 0, *since})) {
    const EventStamp& stamp = event.entry.stamp;
    if (event.entry.effect == HistoryEntry::Effect::moved && stamp.seq != own) {
      session.err << fmt::format("note: {} since you last looked (event {}, {} by {})\n", effect_text(event), stamp.seq,
                                 event_type_name(stamp.type), person_name(stamp.actor));
    }
  }
}

std::optional<RecordedEvent> LedgerSession::record(const Intent& intent) {
  const std::string writer = actor();
  if (!policy_) {
    read_policy(Freshness::current);
  }
  const auto since = ledger.tip();
  auto recorded = promptctl::record({ledger, session.clock, writer, signing()}, intent);
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
  const auto found = std::find_if(project.environments.begin(), project.environments.end(),
                                  [&name](const Environment& environment) { return environment.name == name; });
  if (found != project.environments.end()) {
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
