#pragma once

#include <git2.h>

#include <vector>

#include "base/signer.hpp"

namespace promptctl {

// Who signed a commit, of those who may. Only SSH's signatures count, as made for git, at the time that the commit
// gives itself; no program and no keyring is asked.
SignatureCheck check_signature(git_repository& repository, const git_commit& commit,
                               const std::vector<AllowedSigner>& signers);

}  // namespace promptctl
