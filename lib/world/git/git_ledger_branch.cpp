#include "world/git/git_ledger_branch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <thread>
#include <vector>

#include "base/diagnostic.hpp"
#include "world/git/git_config.hpp"
#include "world/git/git_objects.hpp"

namespace promptctl {
namespace {

namespace fs = std::filesystem;

using ReferenceHandle = std::unique_ptr<git_reference, Freed<git_reference_free>>;

constexpr std::chrono::milliseconds lock_pause{5};
constexpr int most_lock_pauses = 2000;  // Ten seconds.
constexpr std::chrono::seconds longest_lock{10};

std::optional<std::string> target_of(git_repository& repository, const std::string& name) {
  git_oid id{};
  const int code = git_reference_name_to_id(&id, &repository, name.c_str());
  if (code != 0 && code != GIT_ENOTFOUND) {
    fail_with_git(git_repository_path(&repository), code);
  }
  return code == 0 ? std::optional(hex_text(id)) : std::nullopt;
}

std::vector<std::string> remote_names(git_repository& repository) {
  constexpr std::string_view prefix = "remote.";
  constexpr std::string_view suffix = ".url";
  std::set<std::string> names;
  for (const auto& [name, value] : read_settings(repository)) {
    if (name.starts_with(prefix) && name.ends_with(suffix) && name.size() > prefix.size() + suffix.size()) {
      names.insert(name.substr(prefix.size(), name.size() - prefix.size() - suffix.size()));
    }
  }
  return {names.begin(), names.end()};
}

// A lock is held for milliseconds. One that is much older belongs to a process that was killed, and nobody will ever
// give it back.
void remove_dead_lock(git_repository& repository) {
  const fs::path lock = fs::path(git_repository_commondir(&repository)) / (std::string(ledger_branch) + ".lock");
  std::error_code error;
  const auto changed = fs::last_write_time(lock, error);
  if (!error && fs::file_time_type::clock::now() - changed > longest_lock) {
    fs::remove(lock, error);
  }
}

}  // namespace

std::string find_ledger_remote(git_repository& repository) {
  const std::vector<std::string> names = remote_names(repository);
  if (std::string name = read_setting(repository, "promptctl.remote"); !name.empty()) {
    if (std::count(names.begin(), names.end(), name) == 0) {
      throw Failure("usage", fmt::format("there is no remote `{}`, which git's promptctl.remote names", name),
                    "git config promptctl.remote NAME");
    }
    return name;
  }
  if (std::count(names.begin(), names.end(), "origin") > 0) {
    return "origin";
  }
  return names.size() == 1 ? names.front() : std::string();
}

void require_ledger_remote(git_repository& repository) {
  const std::vector<std::string> names = remote_names(repository);
  if (names.size() > 1 && find_ledger_remote(repository).empty()) {
    throw Failure("usage", fmt::format("the ledger could be shared through any of: {}", fmt::join(names, ", ")),
                  "choose one: git config promptctl.remote NAME");
  }
}

std::optional<std::string> LedgerBranch::local() const {
  return target_of(repository_, std::string(ledger_branch));
}

std::optional<std::string> LedgerBranch::tip() const {
  const auto here = local();
  if (here || remote_.empty()) {
    return here;
  }
  return target_of(repository_, fmt::format("refs/remotes/{}/promptctl-ledger", remote_));
}

bool LedgerBranch::descends(const std::string& commit, const std::string& ancestor) const {
  for (CommitHandle at = find_commit(repository_, commit); at;) {
    if (hex_text(*git_commit_id(at.get())) == ancestor) {
      return true;
    }
    const std::vector<std::string> parents = parents_of(*at);
    at = parents.empty() ? CommitHandle() : find_commit(repository_, parents.front());
  }
  return false;
}

bool LedgerBranch::exchange(const std::optional<std::string>& from, const std::string& to) {
  const git_oid expected = from ? object_id(*from) : git_oid{};
  const git_oid wanted = object_id(to);
  for (int pauses = 0;; ++pauses) {
    git_reference* raw = nullptr;
    const int code = git_reference_create_matching(&raw, &repository_, std::string(ledger_branch).c_str(), &wanted, 1,
                                                   &expected, "promptctl");
    const ReferenceHandle reference(raw);
    if (code == 0 || code == GIT_EMODIFIED || code == GIT_ENOTFOUND) {
      return code == 0;
    }
    if (code != GIT_ELOCKED || pauses >= most_lock_pauses) {
      fail_with_git(git_repository_path(&repository_), code);
    }
    remove_dead_lock(repository_);
    std::this_thread::sleep_for(lock_pause);
  }
}

bool LedgerBranch::replace_parent(const std::string& commit) {
  const CommitHandle found = find_commit(repository_, commit);
  const std::vector<std::string> parents = found ? parents_of(*found) : std::vector<std::string>();
  return exchange(parents.empty() ? std::nullopt : std::optional(parents.front()), commit);
}

void LedgerBranch::advance(const std::string& commit) {
  for (;;) {
    const auto here = local();
    const auto known = here ? here : tip();
    if (here == commit || (here && descends(*here, commit))) {
      return;
    }
    if (known && !descends(commit, *known)) {
      throw Failure("ledger-replaced",
                    fmt::format("the ledger on {} ({}) does not descend from the one last seen ({})", remote_,
                                commit.substr(0, 12), known->substr(0, 12)),
                    "nothing was changed here; find out who rewrote the branch, and see docs/ledger.md");
    }
    if (exchange(here, commit)) {
      return;
    }
  }
}

}  // namespace promptctl
