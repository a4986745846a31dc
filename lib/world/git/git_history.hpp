#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "world/git/git_executable.hpp"

namespace promptctl {

// The full hex id of the commit that `revision` names. Throws `Failure` (`unknown-revision`) when it names none.
std::string resolve_commit(const std::filesystem::path& folder, const std::string& revision);

// The full hex id of the newest commit that both revisions descend from. Throws `Failure`: `unknown-revision`, and
// `no-merge-base` where they have none, as in a shallow clone.
std::string merge_base(const std::filesystem::path& folder, const std::string& a, const std::string& b);

// Whether a commit, by its full hex id, is here.
bool has_commit(const std::filesystem::path& folder, const std::string& id);

// The commit that `revision` names and its first parents, as far as they are here, newest first.
std::vector<std::string> first_parents(const std::filesystem::path& folder, const std::string& revision);

// "Name <address>" of the author of the newest commit, `commit` or one before it, that changed the registry's file at
// `path`. In a shallow clone the oldest commit there is counts as the one that did.
std::string last_author(const std::filesystem::path& root, const std::string& commit, const std::string& path);

// The path, from the repository's top, of the registry's file at `path`.
std::string repository_path(const std::filesystem::path& root, const std::string& path);

// The revision whose promptctl.yaml says what environments there are and what they ask for, as far as is known here:
// the remote's main branch as it was last fetched; else `main` or `master` here; without a remote, else HEAD. None
// before the first commit, and where there is a remote and no telling.
std::optional<std::string> known_policy_revision(const std::filesystem::path& folder, const std::string& remote);

// The same as it is now, for what writes: the server is asked for its main branch, which is fetched where it is new (no
// ref moves). A server that has none yet leaves it to `known_policy_revision`. Throws `Failure`: `remote` when the
// server can't be reached, `no-policy` when the main branch can't be told.
std::optional<std::string> current_policy_revision(const std::filesystem::path& folder, const GitExecutable& git,
                                                   const std::string& remote);

}  // namespace promptctl
