#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cli/line/options.hpp"
#include "cli/line/session.hpp"
#include "ports/files.hpp"

namespace promptctl::cli {

// What the user says of the tree that a command works on.
struct TrustOptions {
  std::optional<std::string> untrusted;  // the revision it is a proposal to; "": the CI's target, else the main branch
  bool head = false;                     // requests go by its word all the same
};

void declare_trust_options(Options& options, TrustOptions& target);

// The revision that the tree is a proposal to, in a pull request's job and with --untrusted; none elsewhere. Throws
// `Failure` (`no-base`) where nothing names it.
std::optional<std::string> base_revision(const Session& session, const TrustOptions& trust);

// "origin/main" of "refs/remotes/origin/main".
std::string shown_revision(std::string_view revision);

// Throws `Failure` (`no-base`), with the way out.
[[noreturn]] void fail_without_base(const std::string& revision, const std::string& why);

// The files below `folder` as that revision has them. Throws `Failure` (`no-base`, `ambiguous-revision`).
std::shared_ptr<Files> base_files(const std::string& revision, const std::filesystem::path& folder,
                                  const std::map<std::string, std::string>& environment);

}  // namespace promptctl::cli
