#pragma once

#include <map>
#include <optional>
#include <string>

namespace promptctl {

// A CI job for a pull or merge request: its tree is a proposal that nobody has agreed to yet.
struct PullRequestJob {
  std::string target_branch;  // where it wants to go: "main"; empty where the CI does not say
};

// The pull request that a job is for, by the variables of GitHub, GitLab, Jenkins, Bitbucket, Azure and Buildkite; none
// elsewhere.
std::optional<PullRequestJob> find_pull_request(const std::map<std::string, std::string>& variables);

}  // namespace promptctl
