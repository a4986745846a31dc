#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace promptctl {

// The full hex id of the commit that `revision` names. Throws `Failure` (`unknown-revision`) when it names none.
std::string resolve_commit(const std::filesystem::path& folder, const std::string& revision);

// "Name <address>" of the author of the newest commit, `commit` or one before it, that changed the registry's file at
// `path`. In a shallow clone the oldest commit there is counts as the one that did.
std::string last_author(const std::filesystem::path& root, const std::string& commit, const std::string& path);

// The revision whose promptctl.yaml says what environments there are and what they ask for: the remote's main branch,
// else `main` or `master` here, else HEAD; none before the first commit.
std::optional<std::string> policy_revision(const std::filesystem::path& folder, const std::string& remote);

}  // namespace promptctl
