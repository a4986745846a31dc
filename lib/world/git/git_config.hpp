#pragma once

#include <git2.h>

#include <string>
#include <utility>
#include <vector>

namespace promptctl {

// Every setting of a repository, from all of git's configuration files, in their order: "remote.origin.url" and its
// value. Sections and names are in lower case. libgit2's own search by pattern, which `git_remote_list` uses as well,
// leaks memory in 1.5: neither is called.
std::vector<std::pair<std::string, std::string>> read_settings(git_repository& repository);

// The value of a setting that counts, which is the last; empty when there is none.
std::string read_setting(git_repository& repository, const std::string& name);

}  // namespace promptctl
