#include "cli/workspace/sending_project.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/text.hpp"
#include "cli/workspace/credentials.hpp"
#include "provider/provider_type.hpp"
#include "registry/destinations.hpp"
#include "world/git/git_repository.hpp"
#include "world/git/git_tree_files.hpp"

namespace promptctl::cli {
namespace {

namespace fs = std::filesystem;

// A path of this machine that leads into the checkout, where a pull request decides what stands in the file.
bool is_in_checkout(const std::string& ca_file, const fs::path& root) {
  std::error_code error;
  const fs::path top = fs::weakly_canonical(GitRepository(root).top().value_or(root), error);
  const std::string relative = fs::weakly_canonical(ca_file, error).lexically_relative(top).generic_string();
  return ca_file.starts_with('/') && !relative.starts_with("..");
}

// promptctl.yaml as the base has it for the session's folder: the nearest, from the folder up. A pull request that adds
// one, or takes one away, chooses no other.
Project read_agreed(const std::string& base, const Session& session, const Workspace& workspace) {
  std::error_code error;
  fs::path folder = fs::weakly_canonical(session.directory, error);
  const fs::path top = (fs::weakly_canonical(GitRepository(folder).top().value_or(folder), error) / "").parent_path();
  auto files = base_files(base, folder, workspace.environment);
  while (!files->has("promptctl.yaml") && folder != top && folder != folder.root_path()) {
    folder = folder.parent_path();
    files = base_files(base, folder, workspace.environment);
  }
  auto project = Registry(*files).sound_project();
  if (!project) {
    fail_without_base(base, "its promptctl.yaml has faults");
  }
  read_certificates({*project, *files});
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

// Marks every entry that the proposal decides, and tells of it.
std::vector<std::string> trust_proposal(Project& project, const std::string& revision, const Session& session,
                                        const Workspace& workspace) {
  std::vector<std::string> notes;
  try {
    for (const DestinationChange& change : destination_changes(project, read_agreed(revision, session, workspace))) {
      notes.push_back(trusted_note(change, shown_revision(revision)));
      project.providers[change.provider].trust_head = change.keys.empty() ? "the whole entry" : join(change.keys, ", ");
    }
  } catch (const Failure& failure) {
    for (auto& [name, settings] : project.providers) {
      settings.trust_head = "what of it is changed can't be told";
    }
    notes.push_back(
        fmt::format("--trust-head: requests go by promptctl.yaml of this pull request; what it changes "
                    "can't be told: {}",
                    failure.diagnostic().message));
  }
  return notes;
}

// What only the machine that sends knows. Programs are the change's own, or read its files: none runs for a pull
// request.
void fit_to_machine(Project& project, const Session& session, const Workspace& workspace, bool is_untrusted) {
  read_credentials(project, session);
  read_programs(project, workspace.root);
  for (auto& [name, settings] : project.providers) {
    settings.folder = workspace.root.string();
    if (is_untrusted && settings.type != nullptr && settings.type->is_program) {
      settings.barred = "its program is not run for a pull request (or by --trust-head)";
    }
  }
}

}  // namespace

SendingProject read_sending_project(const Session& session, const Workspace& workspace, const TrustOptions& trust,
                                    Diagnostics& warnings) {
  const auto revision = base_revision(session, trust);
  Diagnostics left_out;  // of entries that do not count: `lint` tells
  SendingProject sending{workspace.registry.require_project(revision && !trust.head ? left_out : warnings), {}};
  read_certificates({sending.project, workspace.files});
  if (!revision) {
    fit_to_machine(sending.project, session, workspace, false);
    return sending;
  }
  const std::string base = shown_revision(*revision);
  if (trust.head) {
    sending.notes = trust_proposal(sending.project, *revision, session, workspace);
    fit_to_machine(sending.project, session, workspace, false);
    return sending;
  }
  const Project agreed = read_agreed(*revision, session, workspace);
  for (const DestinationChange& change : destination_changes(sending.project, agreed)) {
    sending.notes.push_back(left_out_note(change, base));
  }
  take_destinations(sending.project, agreed,
                    fmt::format("{} does not have this provider, and a pull request's keys go where {} says (or by "
                                "--trust-head)",
                                base, base));
  fit_to_machine(sending.project, session, workspace, true);
  return sending;
}

}  // namespace promptctl::cli
