// Events bear the time of whoever writes them: what happens where that clock is not the server's.

#include <fmt/format.h>

#include <chrono>

#include "base/utc.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/git_site.hpp"
#include "tests/support/transcript.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

// A registry whose ledger is on this site.
struct Registry {
  TemporaryFolder folder;
  TranscriptPlayer player{folder.path()};

  explicit Registry(const GitSite& site) {
    player.run(fmt::format("git clone -q {} r", site.url()));
    write_text(folder.path() / "r/promptctl.yaml", "format: 1\nenvironments: {production: }\n");
    write_text(folder.path() / "r/prompts/p.prompt", "Hello\n");
    player.run("git -C r add -A");
    player.run("git -C r commit -qm prompts");
    player.run("git -C r push -q origin HEAD:main");
  }

  std::string register_at(std::chrono::minutes from_now) {
    player.run(fmt::format("clock {}", utc_text(std::chrono::system_clock::now() + from_now)));
    return player.run("promptctl -C r register p");
  }
};

}  // namespace

TEST_CASE("an event is not written with a clock that is far from the server's", "[e2e]") {
  const GitSite site(start_lighttpd);
  if (!site.is_up()) {
    WARN(not_installed);
    return;
  }
  Registry registry(site);
  for (const int minutes : {-600, -7, 7}) {
    INFO(minutes);
    const std::string said = registry.register_at(std::chrono::minutes(minutes));
    INFO(said);
    CHECK(said.find("error[clock-differs]: this machine's clock is ") != std::string::npos);
    CHECK(said.find(minutes < 0 ? " behind origin's: 2" : " ahead of origin's: 2") != std::string::npos);
    CHECK(registry.player.run("promptctl -C r log").find("register") == std::string::npos);
  }
  CHECK(registry.register_at(std::chrono::minutes(-4)).find("error") == std::string::npos);
  CHECK(registry.register_at(std::chrono::minutes(600)).find("error") == std::string::npos);  // Nothing to record.
}

TEST_CASE("a server that says no time lets the machine's clock stand", "[e2e]") {
  const GitSite site(start_git_daemon);
  Registry registry(site);
  CHECK(registry.register_at(std::chrono::minutes(-600)).find("error") == std::string::npos);
}
