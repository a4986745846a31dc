#pragma once

#include <git2.h>

#include <memory>
#include <string>

#include "world/git/libgit2.hpp"

namespace promptctl {

using ObjectHandle = std::unique_ptr<git_object, Freed<git_object_free>>;

// What a revision names; null when that is nothing. Throws `Failure` (`ambiguous-revision`) where its name stands for
// several things: git would take a tag `origin/main`, which whoever may push can make, for the branch of that remote.
ObjectHandle find_object(git_repository& repository, const std::string& revision);

}  // namespace promptctl
