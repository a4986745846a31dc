#include "world/git/git_remote.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/git_sandbox.hpp"
#include "tests/support/git_server.hpp"
#include "tests/support/git_site.hpp"
#include "tests/support/service.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace fs = std::filesystem;

namespace {

const std::string branch = "refs/heads/promptctl-ledger";

std::string refs(const GitExecutable& git) {
  return git_output(git, {"for-each-ref"});
}

// How many commits lead to `tip` here, and how many objects of them are absent.
std::pair<std::string, std::size_t> history(const GitExecutable& git, const std::string& tip) {
  const std::string objects = git_output(git, {"rev-list", "--objects", "--missing=print", tip});
  const auto lines = split(objects, '\n');
  const auto absent = std::count_if(lines.begin(), lines.end(), [](auto line) { return line.starts_with('?'); });
  return {git_output(git, {"rev-list", "--count", tip}), static_cast<std::size_t>(absent)};
}

const std::pair<std::string, std::size_t> three_whole{"3", 0};

std::string failure_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Failure& failure) {
    return describe(failure.diagnostic());
  }
  return "no failure";
}

void check_life_of_a_branch(const StartServer& start) {
  const GitSite site(start);
  if (!site.is_up()) {
    WARN(not_installed);
    return;
  }
  const GitExecutable git = site.join("a");
  const GitRemote remote(git, "origin", branch);
  CHECK(remote.tip() == std::nullopt);
  const std::string first = make_commit(git, "one", "");
  CHECK(remote.push(first).accepted);
  CHECK_FALSE(remote.push(make_commit(git, "not a child", "")).accepted);
  CHECK(remote.tip() == first);
}

}  // namespace

TEST_CASE("git remote: a branch is made and read over git://", "[git-remote]") {
  check_life_of_a_branch(start_git_daemon);
}

TEST_CASE("git remote: a branch is made and read over http://", "[git-remote]") {
  check_life_of_a_branch(start_lighttpd);
}

TEST_CASE("git remote: a branch is made and read over ssh://", "[git-remote]") {
  check_life_of_a_branch(start_sshd);
}

TEST_CASE("git remote: pushing the tip again is no fault, as after a lost answer", "[git-remote]") {
  const GitSite site;
  const GitExecutable git = site.join("a");
  const GitRemote remote(git, "origin", branch);
  const std::string commit = make_commit(git, "one", "");
  CHECK(remote.push(commit).accepted);
  CHECK(remote.push(commit).accepted);
  const GitRemote::Push refused = remote.push(make_commit(git, "not a child", ""));
  CHECK_FALSE(refused.accepted);
  CHECK(refused.reason == "non-fast-forward");
}

TEST_CASE("git remote: of two children of one tip the server takes the first", "[git-remote]") {
  const GitSite site;
  const std::string tip = site.grow(branch, 1);
  const GitExecutable git_a = site.join("a");
  const GitExecutable git_b = site.join("b");
  const GitRemote remote_a(git_a, "origin", branch);
  const GitRemote remote_b(git_b, "origin", branch);
  remote_a.fetch();
  remote_b.fetch();
  const std::string child_a = make_commit(git_a, "a", tip);
  const std::string child_b = make_commit(git_b, "b", tip);
  CHECK(remote_a.push(child_a).accepted);
  const GitRemote::Push refused = remote_b.push(child_b);
  CHECK_FALSE(refused.accepted);
  CHECK(refused.reason == "fetch first");
  remote_b.fetch();
  CHECK(remote_b.push(make_commit(git_b, "b", child_a)).accepted);
}

TEST_CASE("git remote: what a server's hook says is the reason of a refusal", "[git-remote]") {
  const GitSite site;
  const GitExecutable git = site.join("a");
  site.add_hook("pre-receive", "echo 'Only bots' >&2; echo >&2; echo 'write here.' >&2; exit 1\n");
  const GitRemote::Push refused = GitRemote(git, "origin", branch).push(make_commit(git, "one", ""));
  CHECK_FALSE(refused.accepted);
  CHECK(refused.reason == "pre-receive hook declined: Only bots; write here.");
}

TEST_CASE("git remote: a lock on the server's branch is a refusal", "[git-remote]") {
  const GitSite site;
  const GitExecutable git = site.join("a");
  write_text(site.path("served/r.git") / (branch + ".lock"), "");
  const GitRemote::Push refused = GitRemote(git, "origin", branch).push(make_commit(git, "one", ""));
  CHECK_FALSE(refused.accepted);
  CHECK(refused.reason.find("failed to update ref: cannot lock ref 'refs/heads/promptctl-ledger'") == 0);
}

TEST_CASE("git remote: a push that the server breaks off is a failure, for it may have been taken", "[git-remote]") {
  const GitSite site;
  const GitExecutable git = site.join("a");
  site.add_hook("pre-receive", "kill -9 $PPID\n");
  const std::string said = failure_of([&] { GitRemote(git, "origin", branch).push(make_commit(git, "one", "")); });
  CHECK(said.find("error[remote]: cannot push to `origin`: ") == 0);
}

TEST_CASE("git remote: a push is taken though another process holds the tracking ref", "[git-remote]") {
  const GitSite site;
  const GitExecutable git = site.join("a");
  const fs::path lock = site.path("a/.git/refs/remotes/origin/promptctl-ledger.lock");
  write_text(lock, "");
  const std::string commit = make_commit(git, "one", "");
  const GitRemote remote(git, "origin", branch);
  CHECK(remote.push(commit).accepted);
  CHECK(remote.tip() == commit);
}

TEST_CASE("git remote: the user's pre-push hook and settings for pushing stay out of it", "[git-remote]") {
  const GitSite site;
  const GitExecutable git = site.join("a");
  write_text(site.path("a/.git/hooks/pre-push"), "#!/bin/sh\nexit 1\n");
  fs::permissions(site.path("a/.git/hooks/pre-push"), fs::perms::owner_all);
  git_output(git, {"config", "push.followTags", "true"});
  git_output(git, {"config", "push.gpgSign", "true"});
  const std::string commit = make_commit(git, "one", "");
  git_output(git, {"tag", "--annotate", "--message=t", "t", commit});
  CHECK(GitRemote(git, "origin", branch).push(commit).accepted);
  CHECK(git_output(site.at("served/r.git"), {"tag"}).empty());
}

TEST_CASE("git remote: fetching moves no ref, in every kind of clone", "[git-remote]") {
  const GitSite site;
  const std::map<std::string, std::vector<std::string>> kinds{
      {"plain", {}},
      {"bare", {"--bare"}},
      {"single", {"--single-branch"}},
      {"shallow", {"--depth=1"}},
      {"partial", {"--filter=blob:none"}},
      {"treeless", {"--filter=tree:0", "--single-branch"}},
  };
  for (const auto& [name, options] : kinds) {
    site.clone(name, options);
  }
  const std::string tip = site.grow(branch, 3);
  for (const auto& [name, options] : kinds) {
    INFO(name);
    const GitExecutable git = site.at(name);
    git_output(git, {"config", "fetch.prune", "true"});
    const std::string before = refs(git);
    GitRemote(git, "origin", branch).fetch();
    CHECK(history(git, tip) == three_whole);
    CHECK(refs(git) == before);
    CHECK(git.run({"rev-parse", "--verify", "--quiet", "FETCH_HEAD"}).exit_code == 1);
  }
}

TEST_CASE("git remote: it works in a linked worktree and with an address for a name", "[git-remote]") {
  const GitSite site;
  git_output(site.clone("a"), {"worktree", "add", "--quiet", "../linked"});
  const GitExecutable git = site.at("linked");
  const std::string tip = site.grow(branch, 3);
  const GitRemote remote(git, site.url(), branch);
  remote.fetch();
  CHECK(history(git, tip) == three_whole);
  CHECK(remote.push(make_commit(git, "four", tip)).accepted);
}

TEST_CASE("git remote: asked again, the server sends what a clone left out", "[git-remote]") {
  const GitSite site;
  const std::string tip = site.grow(branch, 3);
  const std::map<std::string, std::vector<std::string>> kinds{
      {"plain", {}},
      {"partial", {"--filter=blob:none"}},
      {"shallow", {"--depth=1", "--no-single-branch"}},
      {"both", {"--depth=1", "--no-single-branch", "--filter=blob:none"}},
  };
  for (const auto& [name, options] : kinds) {
    INFO(name);
    const GitExecutable git = site.clone(name, options);
    const std::string before = refs(git);
    const std::string code = git_output(git, {"rev-list", "--count", "origin/main"});
    GitRemote(git, "origin", branch).fetch(true);
    CHECK(history(git, tip) == three_whole);
    CHECK(refs(git) == before);
    CHECK(git_output(git, {"rev-list", "--count", "origin/main"}) == code);
  }
}

TEST_CASE("git remote: a server that can't be reached is a failure with git's words", "[git-remote]") {
  const GitSite site;
  const GitExecutable git = site.join("a");
  const std::string host = "127.0.0.1:" + std::to_string(free_port());
  const GitRemote remote(git, "http://user:token@" + host + "/r.git", branch);
  const std::string said = failure_of([&] { remote.tip(); });
  CHECK(said.find("error[remote]: cannot reach `http://***@" + host + "/r.git`: unable to access 'http://") == 0);
  CHECK(said.find("hint: `git ls-remote http://***@" + host + "/r.git` must work here: ") != std::string::npos);
  CHECK(said.find("token") == std::string::npos);
  CHECK(failure_of([&] { remote.fetch(); }).find("error[remote]: cannot fetch from `http://***@") == 0);
  CHECK(failure_of([&] { remote.push("HEAD"); }).find("error[remote]: cannot push to `http://***@") == 0);
}

TEST_CASE("git remote: a wrong name or address is a failure", "[git-remote]") {
  const GitSite site;
  const GitExecutable git = site.join("a");
  CHECK(failure_of([&] {
          GitRemote(git, "upstream", branch).tip();
        }).find("error[remote]: cannot reach `upstream`: 'upstream' does not appear to be a git repository") == 0);
  CHECK(failure_of([&] { GitRemote(git, "--upload-pack=x", branch).tip(); }).find("error[remote]: ") == 0);
  CHECK(failure_of([&] { GitRemote(git, site.url() + "x", branch).tip(); }).find("error[remote]: ") == 0);
  CHECK(failure_of([&] { GitRemote(git, "origin", branch).fetch(); }) ==
        "error[remote]: cannot fetch from `origin`: couldn't find remote ref refs/heads/promptctl-ledger\n"
        "  hint: `git ls-remote origin` must work here: check the address, the network and the credentials\n");
}
