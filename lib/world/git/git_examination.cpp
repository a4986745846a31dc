#include "world/git/git_examination.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "world/git/git_ledger_branch.hpp"
#include "world/git/git_objects.hpp"
#include "world/git/git_signature.hpp"
#include "world/git/git_words.hpp"

namespace promptctl {
namespace {

using Level = SetupCheck::Level;

// What `look` finds; the failure it throws, as a fault.
template <typename Look>
void examine(const std::string& subject, std::vector<SetupCheck>& findings, Look&& look) {
  try {
    findings.push_back(look());
  } catch (const Failure& failure) {
    findings.push_back({Level::fault, subject, failure.diagnostic().message, failure.diagnostic().hint});
  }
}

SetupCheck examine_executable(const GitExecutable& git) {
  const GitResult result = git.run({"--version"});
  constexpr std::string_view prefix = "git version ";
  std::string version(trim(result.out));
  version.erase(0, version.starts_with(prefix) ? prefix.size() : 0);
  constexpr long long oldest_minor = 36;  // `fetch --refetch`
  const auto parts = split(version, '.');
  const bool old = parts.size() > 1 && parts[0] == "2" && parse_integer(parts[1]).value_or(oldest_minor) < oldest_minor;
  return {old ? Level::warning : Level::good, "git", version,
          old ? "git 2.36 or newer brings the ledger into partial clones" : ""};
}

SetupCheck examine_format(const std::filesystem::path& folder) {
  const RepositoryHandle repository = open_repository(folder);
  if (!repository) {
    return {Level::fault, "repository", "there is none here", "git init"};
  }
  const bool bare = git_repository_is_bare(repository.get()) != 0;
  const bool shallow = git_repository_is_shallow(repository.get()) != 0;
  const bool worktree = git_repository_is_worktree(repository.get()) != 0;
  std::string what = bare ? "bare" : worktree ? "a linked worktree" : "with a working tree";
  what += shallow ? ", a shallow clone" : "";
  return {Level::good, "repository", what,
          shallow ? "promptctl sync fetches the whole ledger; author names need history: fetch-depth: 0" : ""};
}

SetupCheck examine_filter(const std::filesystem::path& folder) {
  const bool partial = is_partial_clone(*open_repository(folder));
  return {Level::good, "clone", partial ? "partial: files are fetched when they are needed" : "whole",
          partial ? "promptctl sync fetches the ledger's files" : ""};
}

SetupCheck examine_signing(const GitExecutable& git) {
  return {Level::good, "signing", signs_commits(git) ? "events are signed (commit.gpgSign)" : "events are not signed",
          ""};
}

SetupCheck examine_identity(const GitExecutable& git) {
  const GitIdentity identity = read_identity(git);
  return {Level::good, "actor", fmt::format("{} <{}>", identity.name, identity.email), ""};
}

// What to set where, for the ledger's branch: only its own writers, nothing but fast-forwards, no deletion.
std::string protection_for(std::string_view address) {
  if (address.find("github.com") != address.npos) {
    return "Settings > Rules > Rulesets > New branch ruleset; target branch `promptctl-ledger`; bypass list empty; on: "
           "Restrict deletions, Block force pushes; off: Require a pull request";
  }
  if (address.find("gitlab") != address.npos) {
    return "Settings > Repository > Protected branches; branch `promptctl-ledger`; Allowed to merge: No one; Allowed "
           "to "
           "push: release managers; Allowed to force push: off";
  }
  if (address.find("bitbucket") != address.npos) {
    return "Repository settings > Branch restrictions; branch `promptctl-ledger`; Write access: release managers; off: "
           "Allow deleting this branch, Allow rewriting branch history";
  }
  return "on the server: git config receive.denyNonFastForwards true; git config receive.denyDeletes true; on a forge: "
         "protect the branch `promptctl-ledger` from deletion and force pushes";
}

SetupCheck examine_address(const GitExecutable& git, const std::string& remote) {
  const GitResult result = git.run({"remote", "get-url", "--push", remote});
  const std::string address = without_credentials(trim(result.out));
  return {Level::warning, "protection", fmt::format("whether {} protects the branch can't be seen from here", address),
          protection_for(address)};
}

SetupCheck examine_push(const GitExecutable& git, const std::string& remote, const std::string& commit) {
  const GitRemote server(git, remote, std::string(ledger_branch));
  const GitRemote::Push push = server.try_push(commit);
  return push.accepted ? SetupCheck{Level::good, "push", fmt::format("{} can be pushed to", remote), ""}
                       : SetupCheck{Level::fault, "push", fmt::format("{} would refuse: {}", remote, push.reason),
                                    "promptctl sync, or see whether you may write there"};
}

}  // namespace

std::vector<SetupCheck> examine_repository(const std::filesystem::path& folder, const GitExecutable& git) {
  const Libgit2 library;
  std::vector<SetupCheck> findings;
  examine("git", findings, [&] { return examine_executable(git); });
  examine("repository", findings, [&] { return examine_format(folder); });
  if (findings.back().level == Level::fault) {
    return findings;
  }
  examine("clone", findings, [&] { return examine_filter(folder); });
  examine("actor", findings, [&] { return examine_identity(git); });
  examine("signing", findings, [&] { return examine_signing(git); });
  return findings;
}

std::vector<SetupCheck> examine_remote(const GitExecutable& git, const std::string& remote, const std::string& commit) {
  std::vector<SetupCheck> findings;
  const GitRemote server(git, remote, std::string(ledger_branch));
  examine("remote", findings, [&]() -> SetupCheck {
    const auto tip = server.tip();
    return {Level::good, "remote",
            fmt::format("{}: {}", remote, tip ? "its ledger is at " + tip->substr(0, 12) : "it has no ledger yet"), ""};
  });
  if (findings.back().level == Level::fault) {
    return findings;
  }
  if (!commit.empty()) {
    examine("push", findings, [&] { return examine_push(git, remote, commit); });
  }
  examine("protection", findings, [&] { return examine_address(git, remote); });
  return findings;
}

}  // namespace promptctl
