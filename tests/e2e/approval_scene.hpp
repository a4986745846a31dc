#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/ledger_state.hpp"
#include "ledger/ledger_views.hpp"
#include "tests/support/approvers.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/temporary_folder.hpp"
#include "world/git/git_ledger.hpp"

// A registry whose promotions people approve, and events that somebody writes into its ledger by hand.
namespace promptctl::testing {

constexpr const char* no_keys = "skipped: ssh-keygen is not installed";

inline const std::vector<std::string> all_people{"mia", "ada", "lee", "noor", "p1", "p2",
                                                 "p3",  "p4",  "p5",  "p6",   "p7", "p8"};

// A repository without a remote, where each is whom the errand says.
class OneRepository {
 public:
  explicit OneRepository(const std::string& production) : people_(folder_.path(), all_people) {
    registry_ = {folder_.path() / "w", sandbox_environment(folder_.path())};
    std::filesystem::create_directories(registry_.folder);
    if (people_.have_keys()) {
      git_output(registry_.git(), {"init", "-q", "-b", "main"});
      people_.commit_registry(registry_, production);
    }
  }

  bool is_ready() const { return people_.have_keys(); }
  const LedgerRegistry& registry() const { return registry_; }
  const Approvers& people() const { return people_; }

  Finished as(const std::string& name, const std::vector<std::string>& arguments, const std::string& key = {}) const {
    return people_.run(registry_, name, arguments, key);
  }

  // Registered by Mia, who then asks for it.
  void request(const std::string& version = "p1@1") const {
    as("mia", {"register", "--changed"});
    REQUIRE(as("mia", {"promote", version, "--to", "production"}).exit_code == 3);
  }

 private:
  TemporaryFolder folder_;
  Approvers people_;
  LedgerRegistry registry_;
};

inline bool contains(const Finished& finished, std::string_view text) {
  return finished.output.find(text) != std::string::npos;
}

// An event of the ledger.
inline LedgerEvent event_at(const OneRepository& here, long long seq) {
  const GitLedger ledger({here.registry().folder, here.registry().environment});
  std::string commit = ledger.tip().value();
  while (state_at(ledger, commit).event()->seq != seq) {
    commit = ledger.commit(commit).parents.at(0);
  }
  return state_at(ledger, commit).event().value();
}

// Somebody's promotion that carries out what was asked for in event 2, approved by nobody else.
inline LedgerEvent promotion_by(const OneRepository& here, const std::string& actor) {
  LedgerEvent event = event_at(here, 2);
  event.request = event.seq;
  event.type = EventType::promotion;
  event.actor = actor;
  event.approved_by = {actor};
  event.moves = std::exchange(event.proposed, {});
  return event;
}

// Puts an event at the ledger's end that somebody wrote by hand: signed as `signer` does, or by nobody. Its
// commit is dated so much before it.
inline void append(const OneRepository& here, LedgerEvent event, const std::string& signer,
                   std::chrono::system_clock::duration dated_back = {}) {
  const LedgerRegistry& registry = here.registry();
  GitLedger ledger({registry.folder,
                    signer.empty() ? registry.environment : here.people().errand(registry, signer, {}).environment});
  const auto tip = ledger.tip().value();
  const LedgerState state = state_at(ledger, tip);
  event.seq = state.event()->seq + 1;
  event.previous = state.event_digest();
  event.at = state.event()->at;
  const std::string commit =
      ledger.write({tip, views_after(event, state), "by hand\n", event.actor, event.at - dated_back});
  git_output(registry.git(), {"update-ref", "refs/heads/promptctl-ledger", commit});
}

}  // namespace promptctl::testing
