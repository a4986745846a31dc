#include "world/git/git_history.hpp"

#include <fmt/format.h>

#include <vector>

#include "base/diagnostic.hpp"
#include "world/git/git_ledger_branch.hpp"
#include "world/git/git_objects.hpp"
#include "world/git/git_remote.hpp"
#include "world/git/git_revision.hpp"
#include "world/git/git_tree_files.hpp"

namespace promptctl {
namespace {

std::optional<std::string> find_revision(git_repository& repository, const std::string& revision) {
  const ObjectHandle object = find_object(repository, revision + "^{commit}");
  return object ? std::optional(hex_text(*git_object_id(object.get()))) : std::nullopt;
}

RepositoryHandle require_repository(const std::filesystem::path& folder) {
  RepositoryHandle repository = open_repository(folder);
  if (!repository) {
    throw Failure("git", "this needs a git repository, and there is none here", "git init");
  }
  return repository;
}

// The blob at a path, as text; empty when there is none.
std::string blob_at(const git_commit& commit, const std::string& path) {
  const TreeHandle tree = tree_of(commit);
  const EntryHandle entry = find_entry(*tree, path);
  return entry ? hex_text(*git_tree_entry_id(entry.get())) : std::string();
}

// A parent that has the same blob at `path`; null when none has.
CommitHandle parent_with(git_repository& repository, const git_commit& commit, const std::string& path,
                         const std::string& blob) {
  for (const std::string& id : parents_of(commit)) {
    CommitHandle parent = find_commit(repository, id);
    if (parent && blob_at(*parent, path) == blob) {
      return parent;
    }
  }
  return nullptr;
}

}  // namespace

std::string resolve_commit(const std::filesystem::path& folder, const std::string& revision) {
  const Libgit2 library;
  const auto commit = find_revision(*require_repository(folder), revision);
  if (!commit) {
    throw Failure("unknown-revision", fmt::format("git knows no revision `{}`", revision),
                  revision == "HEAD" ? "commit something first" : "in a shallow clone, fetch more history");
  }
  return *commit;
}

bool has_commit(const std::filesystem::path& folder, const std::string& id) {
  const Libgit2 library;
  return find_commit(*require_repository(folder), id) != nullptr;
}

std::vector<std::string> first_parents(const std::filesystem::path& folder, const std::string& revision) {
  const Libgit2 library;
  const RepositoryHandle repository = require_repository(folder);
  std::vector<std::string> line;
  for (std::optional<std::string> next = resolve_commit(folder, revision); next;) {
    const CommitHandle commit = find_commit(*repository, *next);
    if (!commit) {
      break;
    }
    line.push_back(*next);
    const std::vector<std::string> parents = parents_of(*commit);
    next = parents.empty() ? std::nullopt : std::optional(parents.front());
  }
  return line;
}

std::string merge_base(const std::filesystem::path& folder, const std::string& a, const std::string& b) {
  const RepositoryHandle repository = require_repository(folder);
  const std::string first = resolve_commit(folder, a);
  const std::string second = resolve_commit(folder, b);
  git_oid one{};
  git_oid two{};
  git_oid base{};
  git_oid_fromstr(&one, first.c_str());
  git_oid_fromstr(&two, second.c_str());
  if (git_merge_base(&base, repository.get(), &one, &two) != 0) {
    throw Failure("no-merge-base", fmt::format("{} and {} have no commit in common here", a, b),
                  "a shallow clone lacks it: check out with the whole history (fetch-depth: 0)");
  }
  return hex_text(base);
}

std::string last_author(const std::filesystem::path& root, const std::string& commit, const std::string& path) {
  const Libgit2 library;
  const RepositoryHandle repository = require_repository(root);
  const std::string whole_path = registry_prefix(root, *repository) + path;
  CommitHandle at = find_commit(*repository, commit);
  const std::string blob = at ? blob_at(*at, whole_path) : std::string();
  while (at) {
    CommitHandle parent = parent_with(*repository, *at, whole_path, blob);
    if (!parent) {
      const git_signature* author = git_commit_author(at.get());
      return fmt::format("{} <{}>", author->name, author->email);
    }
    at = std::move(parent);
  }
  return {};
}

std::string repository_path(const std::filesystem::path& root, const std::string& path) {
  const Libgit2 library;
  return registry_prefix(root, *require_repository(root)) + path;
}

std::optional<std::string> known_policy_revision(const std::filesystem::path& folder, const std::string& remote) {
  const Libgit2 library;
  const RepositoryHandle repository = require_repository(folder);
  std::vector<std::string> candidates{"refs/heads/main", "refs/heads/master"};
  if (remote.empty()) {
    candidates.emplace_back("HEAD");
  } else {
    const std::string there = fmt::format("refs/remotes/{}/", remote);
    candidates.insert(candidates.begin(), {there + "HEAD", there + "main", there + "master"});
  }
  for (const std::string& candidate : candidates) {
    if (find_revision(*repository, candidate)) {
      return candidate;
    }
  }
  return std::nullopt;
}

std::optional<std::string> current_policy_revision(const std::filesystem::path& folder, const GitExecutable& git,
                                                   const std::string& remote) {
  const auto branch = remote.empty() ? std::nullopt : GitRemote(git, remote, std::string(ledger_branch)).main_branch();
  if (branch) {
    const Libgit2 library;
    if (!find_commit(*require_repository(folder), branch->commit)) {
      GitRemote(git, remote, branch->name).fetch();
    }
    return branch->commit;
  }
  const auto known = known_policy_revision(folder, remote);
  if (!known && !remote.empty()) {
    throw Failure(
        "no-policy",
        fmt::format("which branch of {} is the main one can't be told, and so not what promptctl.yaml asks for",
                    remote),
        "push it, and let the server's HEAD name it: git symbolic-ref HEAD refs/heads/BRANCH");
  }
  return known;
}

}  // namespace promptctl
