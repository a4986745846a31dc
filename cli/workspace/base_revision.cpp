#include "cli/workspace/base_revision.hpp"

#include <fmt/format.h>

#include "run/pull_request.hpp"
#include "world/git/git_history.hpp"
#include "world/git/git_tree_files.hpp"

namespace promptctl::cli {
namespace {

constexpr std::string_view remote_refs = "refs/remotes/";

}  // namespace

void declare_trust_options(Options& options, TrustOptions& target) {
  options.optional_text("--untrusted", "BASE", target.untrusted,
                        "Send as promptctl.yaml of BASE says, as in a pull request's job (the branch it goes to)");
  options.flag("--trust-head", target.head, "In a pull request: send as its own promptctl.yaml says, keys too");
}

std::optional<std::string> base_revision(const Session& session, const TrustOptions& trust) {
  const auto job = find_pull_request(session.environment);
  if (trust.untrusted && !trust.untrusted->empty()) {
    return trust.untrusted;
  }
  if (job && !job->target_branch.empty()) {
    return fmt::format("{}origin/{}", remote_refs, job->target_branch);
  }
  if (!job && !trust.untrusted) {
    return std::nullopt;
  }
  const auto main = job ? std::nullopt : known_policy_revision(session.directory, "origin");
  if (!main) {
    throw Failure("no-base", "this is a pull request, and nothing tells which branch it goes to",
                  "name the branch: --untrusted=origin/main");
  }
  return main;
}

std::string shown_revision(std::string_view revision) {
  revision.remove_prefix(revision.starts_with(remote_refs) ? remote_refs.size() : 0);
  return std::string(revision);
}

void fail_without_base(const std::string& revision, const std::string& why) {
  const std::string base = shown_revision(revision);
  const bool is_remote = base.starts_with("origin/");
  throw Failure(
      "no-base",
      fmt::format("what a pull request may not decide is for {} to say, and that can't be read: {}", base, why),
      is_remote ? fmt::format("fetch it: git fetch origin {0}:refs/remotes/origin/{0} (actions/checkout: "
                              "fetch-depth: 0)",
                              base.substr(base.find('/') + 1))
                : "fetch it, or name another revision: --untrusted=BASE");
}

std::shared_ptr<Files> base_files(const std::string& revision, const std::filesystem::path& folder,
                                  const std::map<std::string, std::string>& environment) {
  try {
    return std::make_shared<GitTreeFiles>(folder, revision, environment);
  } catch (const Failure& failure) {
    if (failure.diagnostic().code == "ambiguous-revision") {
      throw;
    }
    fail_without_base(revision, failure.diagnostic().message);
  }
}

}  // namespace promptctl::cli
