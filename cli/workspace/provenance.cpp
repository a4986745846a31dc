#include "cli/workspace/provenance.hpp"

#include <fmt/format.h>

#include <set>

#include <fstream>
#include <sstream>

#include "document/json.hpp"
#include "provider/endpoint.hpp"
#include "provider/variables.hpp"
#include "registry/environment_conditions.hpp"
#include "run/run_conditions.hpp"
#include "world/git/git_executable.hpp"
#include "world/git/git_repository.hpp"
#include "world/git/git_signature.hpp"

namespace promptctl::cli {
namespace {

std::string variable(const Variables& variables, const std::string& name) {
  const auto found = variables.find(name);
  return found == variables.end() ? std::string() : found->second;
}

// Whoever git says works here; empty when it does not know.
std::string producer_of(const Workspace& workspace) {
  if (!GitRepository(workspace.root).state({})) {
    return {};
  }
  try {
    const GitIdentity identity = read_identity(GitExecutable(workspace.root, workspace.environment));
    return fmt::format("{} <{}>", identity.name, identity.email);
  } catch (const Failure&) {
    return {};  // A run needs no author; evidence from it has no producer.
  }
}

// GitHub's and GitLab's own variables, and the one of Jenkins.
std::string ci_url_of(const Variables& variables) {
  if (variable(variables, "GITHUB_ACTIONS") == "true") {
    return fmt::format("{}/{}/actions/runs/{}", variable(variables, "GITHUB_SERVER_URL"),
                       variable(variables, "GITHUB_REPOSITORY"), variable(variables, "GITHUB_RUN_ID"));
  }
  const std::string gitlab = variable(variables, "CI_JOB_URL");
  return gitlab.empty() ? variable(variables, "BUILD_URL") : gitlab;
}

// How often a GitHub job was tried, or which one of GitLab's it is: there each attempt is a job of its own.
std::string attempt_of(const Variables& variables) {
  const bool is_github = variable(variables, "GITHUB_ACTIONS") == "true";
  return variable(variables, is_github ? "GITHUB_RUN_ATTEMPT" : "CI_JOB_ID");
}

std::string text_at(const Value& value, std::initializer_list<std::string_view> path) {
  const Value* at = &value;
  for (const std::string_view name : path) {
    at = at->find(name);
    if (at == nullptr) {
      return {};
    }
  }
  return at->text;
}

// A pull request of which the source can't be made out counts as a fork's.
bool is_github_fork(const Variables& variables) {
  if (!variable(variables, "GITHUB_EVENT_NAME").starts_with("pull_request")) {
    return false;
  }
  std::ifstream file(variable(variables, "GITHUB_EVENT_PATH"));
  std::ostringstream text;
  text << file.rdbuf();
  const Value event = parse_json(text.str()).value_or(Value());
  const std::string head = text_at(event, {"pull_request", "head", "repo", "full_name"});
  return head.empty() || head != text_at(event, {"pull_request", "base", "repo", "full_name"});
}

bool is_gitlab_fork(const Variables& variables) {
  return variable(variables, "CI_MERGE_REQUEST_SOURCE_PROJECT_ID") !=
         variable(variables, "CI_MERGE_REQUEST_PROJECT_ID");
}

}  // namespace

Provenance read_provenance(const Workspace& workspace, const Project& project) {
  Provenance provenance;
  provenance.producer = producer_of(workspace);
  provenance.ci_url = ci_url_of(workspace.environment);
  provenance.attempt = attempt_of(workspace.environment);
  provenance.from_fork = is_github_fork(workspace.environment) || is_gitlab_fork(workspace.environment);
  for (const Environment& environment : project.environments) {
    if (!environment.conditions.is_null()) {
      provenance.policies[environment.name] = conditions_digest(environment);
    }
  }
  return provenance;
}

namespace {

// Who a provider's calls go to: the host, and the proxy on the way; empty where it has no address.
std::string endpoint_of(const Target& target, const Project& project, const Variables& variables) {
  const auto addresses = provider_addresses(project.providers, variables);
  const auto address = addresses.find(target.provider);
  if (address == addresses.end()) {
    return {};
  }
  const std::string proxy = proxy_for(address->second, project.providers.at(target.provider).proxy, variables);
  return endpoint_name(address->second, resolve_variables(proxy, variables).text);
}

}  // namespace

std::vector<std::string> endpoints_of(const std::vector<Target>& targets, const Project& project,
                                      const Variables& variables) {
  std::set<std::string> endpoints;
  for (const Target& target : targets) {
    endpoints.insert(endpoint_of(target, project, variables));
  }
  endpoints.erase("");
  return {endpoints.begin(), endpoints.end()};
}

Provenance provenance_of(const Provenance& base, const Target& target, const Workspace& workspace,
                         const Project& project, const Variables& variables,
                         std::chrono::system_clock::time_point now) {
  Provenance provenance = base;
  provenance.endpoint = endpoint_of(target, project, variables);
  if (!provenance.endpoint.empty()) {
    const ProviderSettings& provider = project.providers.at(target.provider);
    provenance.settings = settings_of(provider);
    provenance.trust_head = provider.trust_head;
  }
  if (const auto price = workspace.prices.find(target, project, now)) {
    provenance.prices = price_digest(price->price);
    provenance.price_table = price->origin;
  }
  return provenance;
}

std::optional<SourceState> source_state(const Workspace& workspace, const std::vector<std::string>& files) {
  FilesRead read;
  for (const std::string& path : files) {
    const auto file = workspace.files.files_read().find(path);
    if (file != workspace.files.files_read().end()) {
      read.insert(*file);
    }
  }
  return GitRepository(workspace.root, workspace.environment).state(read);
}

}  // namespace promptctl::cli
