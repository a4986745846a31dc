#include "cli/sending_project.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/text.hpp"
#include "flow/destinations.hpp"
#include "model/pull_request.hpp"
#include "world/git_history.hpp"
#include "world/git_repository.hpp"
#include "world/git_tree_files.hpp"

namespace promptctl::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view remote_refs = "refs/remotes/";

// The revision that the tree is a proposal to; none where the tree is nobody's proposal.
std::optional<std::string> base_revision(const Session& session, const Workspace& workspace,
                                         const TrustOptions& trust) {
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
  const auto main = job ? std::nullopt : known_policy_revision(workspace.root, "origin");
  if (!main) {
    throw Failure("no-base", "this is a pull request, and nothing tells which branch it goes to",
                  "name the branch: --untrusted=origin/main");
  }
  return main;
}

// "origin/main" of "refs/remotes/origin/main".
std::string shown_revision(std::string_view revision) {
  revision.remove_prefix(revision.starts_with(remote_refs) ? remote_refs.size() : 0);
  return std::string(revision);
}

[[noreturn]] void fail_without_base(const std::string& base, const std::string& why) {
  const bool is_remote = base.starts_with("origin/");
  throw Failure("no-base",
                fmt::format("where keys may go is for {} to say, and its promptctl.yaml can't be read: {}", base, why),
                is_remote ? fmt::format("fetch it: git fetch origin {0}:refs/remotes/origin/{0} (actions/checkout: "
                                        "fetch-depth: 0)",
                                        base.substr(base.find('/') + 1))
                          : "fetch it, or name another revision: --untrusted=BASE");
}

// A path of this machine that leads into the checkout, where a pull request decides what stands in the file.
bool is_in_checkout(const std::string& ca_file, const fs::path& root) {
  std::error_code error;
  const fs::path top = fs::weakly_canonical(GitRepository(root).top().value_or(root), error);
  const std::string relative = fs::weakly_canonical(ca_file, error).lexically_relative(top).generic_string();
  return ca_file.starts_with('/') && !relative.starts_with("..");
}

Project read_agreed(const std::string& revision, const Workspace& workspace) {
  const std::string base = shown_revision(revision);
  std::optional<Project> project;
  try {
    const GitTreeFiles files(workspace.root, revision, workspace.environment);
    project = Registry(files).sound_project();
    if (project) {
      read_certificates({*project, files});
    }
  } catch (const Failure& failure) {
    if (failure.diagnostic().code == "ambiguous-revision") {
      throw;
    }
    fail_without_base(base, failure.diagnostic().message);
  }
  if (!project) {
    fail_without_base(base, "it has faults");
  }
  for (auto& [name, settings] : project->providers) {
    if (is_in_checkout(settings.ca_file, workspace.root)) {
      settings.barred =
          fmt::format("`ca_file` of {} leads into the checkout: write it from the folder of promptctl.yaml", name);
    }
  }
  return std::move(*project);
}

std::string left_out_note(const DestinationChange& change, const std::string& base) {
  if (change.keys.empty()) {
    return fmt::format(
        "promptctl.yaml of this pull request adds the provider `{}`: nothing is sent to it before it is in {}",
        change.provider, base);
  }
  return fmt::format("promptctl.yaml of this pull request changes {} of `{}`: requests go by {}'s entry, to {}",
                     join(change.keys, ", "), change.provider, base, change.address);
}

std::string trusted_note(const DestinationChange& change, const std::string& base) {
  if (change.keys.empty()) {
    return fmt::format("--trust-head: requests may go to the provider `{}`, which {} does not have", change.provider,
                       base);
  }
  return fmt::format(
      "--trust-head: requests to `{}` go by promptctl.yaml of this pull request, which changes {} ({} has {})",
      change.provider, join(change.keys, ", "), base, change.address);
}

std::vector<std::string> trusted_notes(const Project& project, const std::string& revision,
                                       const Workspace& workspace) {
  std::vector<std::string> notes;
  try {
    for (const DestinationChange& change : destination_changes(project, read_agreed(revision, workspace))) {
      notes.push_back(trusted_note(change, shown_revision(revision)));
    }
  } catch (const Failure& failure) {
    notes.push_back(
        fmt::format("--trust-head: requests go by promptctl.yaml of this pull request; what it changes "
                    "can't be told: {}",
                    failure.diagnostic().message));
  }
  return notes;
}

}  // namespace

void declare_trust_options(Options& options, TrustOptions& target) {
  options.optional_text("--untrusted", "BASE", target.untrusted,
                        "Send as promptctl.yaml of BASE says, as in a pull request's job (the branch it goes to)");
  options.flag("--trust-head", target.head, "In a pull request: send as its own promptctl.yaml says, keys too");
}

SendingProject read_sending_project(const Session& session, const Workspace& workspace, const TrustOptions& trust,
                                    Diagnostics& warnings) {
  const auto revision = base_revision(session, workspace, trust);
  Diagnostics left_out;  // of entries that do not count: `lint` tells
  SendingProject sending{workspace.registry.require_project(revision && !trust.head ? left_out : warnings), {}};
  read_certificates({sending.project, workspace.files});
  if (!revision) {
    return sending;
  }
  const std::string base = shown_revision(*revision);
  if (trust.head) {
    sending.notes = trusted_notes(sending.project, *revision, workspace);
    return sending;
  }
  const Project agreed = read_agreed(*revision, workspace);
  for (const DestinationChange& change : destination_changes(sending.project, agreed)) {
    sending.notes.push_back(left_out_note(change, base));
  }
  take_destinations(sending.project, agreed,
                    fmt::format("{} does not have this provider, and a pull request's keys go where {} says (or by "
                                "--trust-head)",
                                base, base));
  return sending;
}

}  // namespace promptctl::cli
