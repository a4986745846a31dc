// Promotions and approvals that lost the race to the server: each attempt is decided by the main branch as it then is.

#include <fmt/format.h>

#include "tests/e2e/approval_scene.hpp"
#include "tests/support/git_site.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace fs = std::filesystem;

namespace {

// Whoever pushes to the ledger finds that Noor was faster, who went by a newer commit of main.
class LostRace {
 public:
  explicit LostRace(const std::string& production)
      : people_(keys_.path(), {"mia", "ada", "noor"}), origin_(clone("origin")), noor_(clone("noor")) {
    if (people_.have_keys()) {
      people_.commit_registry(origin_, production);
      git_output(origin_.git(), {"push", "-q", "origin", "HEAD"});
      people_.run(origin_, "mia", {"register", "--changed"});
    }
  }

  bool is_ready() const { return people_.have_keys(); }

  Finished as(const std::string& name, const std::vector<std::string>& arguments) const {
    return people_.run(origin_, name, arguments);
  }

  // `change` is made to promptctl.yaml, for which Noor's push is held back until the next push of another.
  void let_noor_win(const std::string& from, const std::string& to) const {
    const fs::path server = site_.path("served/r.git");
    const fs::path ahead = site_.path("ahead.git");
    fs::copy(server, ahead, fs::copy_options::recursive);
    git_output(noor_.git(), {"remote", "set-url", "origin", ahead.string()});
    git_output(noor_.git(), {"pull", "-q", "origin", "main"});
    std::string project = read_text(noor_.folder / "promptctl.yaml");
    write_text(noor_.folder / "promptctl.yaml", project.replace(project.find(from), from.size(), to));
    git_output(noor_.git(), {"commit", "-qam", "newer", "--allow-empty"});
    git_output(noor_.git(), {"push", "-q", "origin", "HEAD:main"});
    REQUIRE(people_.run(noor_, "noor", {"promote", "p2@1", "--to", "staging"}).exit_code == 0);
    site_.add_hook("update", fmt::format("[ \"$1\" = refs/heads/promptctl-ledger ] && [ ! -e beaten ] || exit 0\n"
                                         "touch beaten\n"
                                         "git fetch -q '{}' '+refs/heads/*:refs/heads/*'\nexit 1\n",
                                         ahead.string()));
  }

  std::string newest_main() const { return git_output(noor_.git(), {"rev-parse", "HEAD"}); }
  bool was_lost() const { return fs::exists(site_.path("served/r.git/beaten")); }

  LedgerEvent newest_event() const {
    const GitLedger ledger({origin_.folder, origin_.environment});
    return state_at(ledger, ledger.tip()).event().value();
  }

 private:
  LedgerRegistry clone(const std::string& name) const {
    site_.clone(name);
    return {site_.path(name), site_.environment()};
  }

  TemporaryFolder keys_;
  GitSite site_;
  Approvers people_;
  LedgerRegistry origin_;
  LedgerRegistry noor_;
};

}  // namespace

TEST_CASE("who was beaten to the ledger decides by the main branch as it is then", "[e2e]") {
  const LostRace race("{approvals: {need: 1}}");
  if (!race.is_ready()) {
    WARN(no_keys);
    return;
  }
  REQUIRE(race.as("mia", {"promote", "p1@1", "--to", "production"}).exit_code == 3);
  Finished beaten;
  SECTION("an approval") {
    race.let_noor_win("staging: ", "staging: ");
    beaten = race.as("ada", {"approve", "2"});
  }
  SECTION("a promotion") {
    race.let_noor_win("staging: ", "staging: ");
    beaten = race.as("ada", {"promote", "p1@1", "--to", "staging"});
  }
  SECTION("a request") {
    race.let_noor_win("need: 1", "need: 2");
    beaten = race.as("mia", {"promote", "p2@1", "--to", "production"});
    CHECK(beaten.exit_code == 3);
    CHECK(contains(beaten, "request 4 needs 2 more approvals"));
  }
  INFO(beaten.output);
  REQUIRE(race.was_lost());
  const LedgerEvent event = race.newest_event();
  CHECK(event.seq == 4);
  REQUIRE(event.conditions);
  CHECK(event.conditions->commit == race.newest_main());
  const Finished verified = race.as("mia", {"verify"});
  INFO(verified.output);
  CHECK(contains(verified, "ACCEPTED"));
}

TEST_CASE("who was beaten by other conditions is held to them", "[e2e]") {
  const LostRace race("{approvals: {need: 1}}");
  if (!race.is_ready()) {
    WARN(no_keys);
    return;
  }
  REQUIRE(race.as("mia", {"promote", "p1@1", "--to", "production"}).exit_code == 3);
  race.let_noor_win("need: 1", "need: 2");
  const Finished beaten = race.as("ada", {"approve", "2"});
  REQUIRE(race.was_lost());
  CHECK(beaten.exit_code == 1);
  CHECK(contains(beaten, "request 2 is void: the main branch has other conditions for production now"));
  CHECK(race.newest_event().seq == 3);
}
