#pragma once

#include <git2.h>

#include <vector>

#include "ledger/ledger.hpp"

namespace promptctl {

// Files whose content, kind or mode differs between two trees, sorted by path; either may be null for an empty one.
// Unlike git's diff, which shows files only, this names a folder without any file too, with a slash at its end. Throws
// `Failure`: `ledger-broken` for a tree that git would not write (a name twice, with a slash, or out of order), `git`
// where a content is not in this clone.
std::vector<ChangedFile> changed_files(git_repository& repository, const git_tree* before, const git_tree* after);

}  // namespace promptctl
