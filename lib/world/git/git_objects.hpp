#pragma once

#include <git2.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.hpp"
#include "world/git/libgit2.hpp"

// Reading and writing git's objects, without a working tree.
namespace promptctl {

using CommitHandle = std::unique_ptr<git_commit, Freed<git_commit_free>>;
using TreeHandle = std::unique_ptr<git_tree, Freed<git_tree_free>>;
using EntryHandle = std::unique_ptr<git_tree_entry, Freed<git_tree_entry_free>>;
using BlobHandle = std::unique_ptr<git_blob, Freed<git_blob_free>>;

std::string hex_text(const git_oid& id);

// Throws `Failure` (`ledger-broken`) for what is no id.
git_oid object_id(const std::string& hex);

// Null when there is no such commit here.
CommitHandle find_commit(git_repository& repository, const std::string& id);

// The parents that a commit names, whether they are here or not. In a shallow clone `git_commit_parentcount` leaves out
// those that are not, from libgit2 1.7 on.
std::vector<std::string> parents_of(const git_commit& commit);
TreeHandle tree_of(const git_commit& commit);

// What is at `path`; null when nothing is. Throws `Failure` (`git`) when a folder on the way is not in this clone.
EntryHandle find_entry(const git_tree& tree, const std::string& path);

// Whether git was told to leave objects out (`git clone --filter`).
bool is_partial_clone(git_repository& repository);

// Whether all of a commit is here, down to the last file: a partial clone may lack any of it.
bool is_complete(git_repository& repository, const git_commit& commit);

// The content of the regular file at `path`; none when there is none. Throws `Failure` (`git`) when the content is not
// in this clone.
std::optional<std::string> read_file(git_repository& repository, const git_tree& tree, const std::string& path);

// The same of an entry that was found; `path` names it in a failure.
std::optional<std::string> read_entry(git_repository& repository, const git_tree_entry& entry, const std::string& path);

// Writes `files` over the tree of `base`, which may be null, and returns the new tree's id.
git_oid write_tree(git_repository& repository, git_tree* base, const std::vector<LedgerFile>& files);

}  // namespace promptctl
