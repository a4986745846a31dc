#include "run/pull_request.hpp"

#include <array>
#include <string_view>

namespace promptctl {
namespace {

// How one CI tells a job that it is for a pull request.
struct CiVariables {
  const char* mark;
  const char* target_branch;
  std::string_view marked_by = {};  // what the mark begins with; empty: any text
};

constexpr std::array known{
    CiVariables{"GITHUB_EVENT_NAME", "GITHUB_BASE_REF", "pull_request"},  // pull_request_target, …_review as well
    CiVariables{"CI_MERGE_REQUEST_IID", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"},
    CiVariables{"CI_EXTERNAL_PULL_REQUEST_IID", "CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME"},
    CiVariables{"CHANGE_ID", "CHANGE_TARGET"},
    CiVariables{"BITBUCKET_PR_ID", "BITBUCKET_PR_DESTINATION_BRANCH"},
    CiVariables{"SYSTEM_PULLREQUEST_PULLREQUESTID", "SYSTEM_PULLREQUEST_TARGETBRANCH"},
    CiVariables{"BUILDKITE_PULL_REQUEST", "BUILDKITE_PULL_REQUEST_BASE_BRANCH"},
};

std::string_view value_of(const std::map<std::string, std::string>& variables, const char* name) {
  const auto found = variables.find(name);
  return found == variables.end() ? std::string_view() : found->second;
}

}  // namespace

std::optional<PullRequestJob> find_pull_request(const std::map<std::string, std::string>& variables) {
  for (const CiVariables& ci : known) {
    const std::string_view mark = value_of(variables, ci.mark);
    if (mark.empty() || mark == "false" || !mark.starts_with(ci.marked_by)) {
      continue;
    }
    constexpr std::string_view whole = "refs/heads/";
    std::string_view branch = value_of(variables, ci.target_branch);
    branch.remove_prefix(branch.starts_with(whole) ? whole.size() : 0);
    return PullRequestJob{std::string(branch)};
  }
  return std::nullopt;
}

}  // namespace promptctl
