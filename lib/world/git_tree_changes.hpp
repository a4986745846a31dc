#pragma once

#include <git2.h>

#include <string>
#include <vector>

namespace promptctl {

// Paths whose content, kind or mode differs between two trees, sorted; either may be null for an empty one. Unlike
// git's diff, which shows files only, this names a folder without any file too, with a slash at its end. Throws
// `Failure` (`ledger-broken`) for a tree that git would not write: a name twice, with a slash, or out of order.
std::vector<std::string> changed_paths(git_repository& repository, const git_tree* before, const git_tree* after);

}  // namespace promptctl
