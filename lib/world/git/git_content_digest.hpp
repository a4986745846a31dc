#pragma once

#include <git2.h>

#include <string>

namespace promptctl {

// SHA-256 of the lines "<SHA-256 of its content>  <path>" of all files below a tree, sorted by path. Throws `Failure`
// where git can't read one.
std::string content_digest(git_repository& repository, const git_tree& tree);

}  // namespace promptctl
