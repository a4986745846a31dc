#include "release/registry_status.hpp"

#include <algorithm>
#include <set>

#include "base/digest.hpp"
#include "ledger/version_address.hpp"
#include "registry/registry.hpp"
#include "release/held_promotions.hpp"
#include "release/ledger_conditions.hpp"

namespace promptctl {
namespace {

// The working tree's files, each digested once.
class WorkingTree {
 public:
  explicit WorkingTree(const Files& files) : files_(files) {}

  std::optional<std::string> digest(const std::string& path) {
    const auto [place, is_new] = digests_.try_emplace(path);
    if (is_new) {
      Diagnostics ignored;  // What can't be read is no version.
      const auto source = files_.read(path, ignored);
      place->second = source ? std::optional(sha256(source->text())) : std::nullopt;
    }
    return place->second;
  }

  // The same bytes reach the same partials, so that no template has to be parsed.
  bool has(const RegisteredVersion& version) {
    const auto& partials = version.manifest.partials;
    return digest(prompt_path(version.name.prompt)) == version.manifest.prompt &&
           std::all_of(partials.begin(), partials.end(),
                       [this](const auto& partial) { return digest(partial_path(partial.first)) == partial.second; });
  }

 private:
  const Files& files_;
  std::map<std::string, std::optional<std::string>> digests_;
};

std::optional<long long> find_working_version(const LedgerState& state, const std::string& prompt, WorkingTree& tree) {
  for (long long number = state.prompt(prompt).versions; number > 0; --number) {
    const auto record = state.version({prompt, number});
    if (record && tree.has(record->version)) {
      return number;
    }
  }
  return std::nullopt;
}

std::vector<LiveStatus> live_in(const LedgerState& state, const std::string& prompt, const StatusQuery& query) {
  std::vector<LiveStatus> live;
  for (const std::string& environment : query.environments) {
    if (auto deployment = state.deployment(environment, prompt)) {
      const auto record = state.version(deployment->move.to);
      auto faults = faults_of(*deployment, state, query.findings);
      live.push_back({std::move(*deployment), record ? record->yanked : std::nullopt,
                      record ? record->version.label : "", record ? record->evidence : std::vector<std::string>(),
                      std::move(faults)});
    }
  }
  return live;
}

std::vector<std::string> all_prompts(const LedgerState& state, const Files& files) {
  std::set<std::string> ids;
  for (std::string& id : state.prompts()) {
    ids.insert(std::move(id));
  }
  const Registry registry(files);
  ids.insert(registry.prompt_ids().begin(), registry.prompt_ids().end());
  return {ids.begin(), ids.end()};
}

}  // namespace

std::vector<PromptStatus> status_of(const LedgerState& state, const Files& files, const StatusQuery& query) {
  WorkingTree tree(files);
  std::vector<PromptStatus> all;
  for (const std::string& prompt : query.prompts.empty() ? all_prompts(state, files) : query.prompts) {
    const long long newest = state.prompt(prompt).versions;
    PromptStatus status;
    status.prompt = prompt;
    status.registry = registry_of(prompt, state);
    status.newest = newest == 0 ? std::nullopt : std::optional(newest);
    const auto latest = latest_version(state, prompt);
    status.latest = latest ? std::optional(latest->version.name.version) : std::nullopt;
    status.evidence = latest ? latest->evidence : std::vector<std::string>();
    status.in_working_tree = tree.digest(prompt_path(prompt)).has_value();
    if (status.in_working_tree) {
      status.working_tree = find_working_version(state, prompt, tree);
    }
    status.live = live_in(state, prompt, query);
    all.push_back(std::move(status));
  }
  return all;
}

}  // namespace promptctl
