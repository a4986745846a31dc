#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "world/git/git_executable.hpp"

namespace promptctl::testing {

// The environment for a git that knows nothing of this machine's user: no configuration but that of its repository, an
// identity, and `home` as HOME.
std::map<std::string, std::string> sandbox_environment(const std::filesystem::path& home);

// What git prints, less white space at its ends. Throws `std::runtime_error` with its words when it fails.
std::string git_output(const GitExecutable& git, const std::vector<std::string>& arguments,
                       const GitOptions& options = {});

// A new commit, in no ref, whose tree has one file `events` with this text; `parent` may be empty. Full hex id.
std::string make_commit(const GitExecutable& git, const std::string& text, const std::string& parent);

// A pair of SSH keys, `path` and `path`.pub, without a passphrase. False when ssh-keygen isn't installed.
bool make_ssh_key(const std::filesystem::path& path);

// "ssh-ed25519 AAAA…" of a pair of keys, less the comment.
std::string public_key(const std::filesystem::path& path);

}  // namespace promptctl::testing
