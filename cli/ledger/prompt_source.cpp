#include "cli/ledger/prompt_source.hpp"

#include <fmt/format.h>

#include <memory>

#include "base/diagnostic.hpp"
#include "cli/ledger/known_ledger.hpp"
#include "ledger/version_address.hpp"
#include "registry/bundle_files.hpp"
#include "world/git/git_tree_files.hpp"

namespace promptctl::cli {
namespace {

// A registry together with the files it reads.
template <typename FilesType>
struct OwningRegistry {
  template <typename... Arguments>
  explicit OwningRegistry(Arguments&&... arguments) : files(std::forward<Arguments>(arguments)...), registry(files) {}

  FilesType files;
  Registry registry;
};

template <typename FilesType, typename... Arguments>
std::shared_ptr<Registry> registry_over(Arguments&&... arguments) {
  const auto owner = std::make_shared<OwningRegistry<FilesType>>(std::forward<Arguments>(arguments)...);
  return {owner, &owner->registry};
}

// A registry that holds the version the ledger says is meant.
PromptSource find_version(const Address& address, const Workspace& workspace) {
  KnownLedger ledger(workspace);
  if (!ledger.ledger().tip()) {
    throw Failure("no-ledger", "no version of a prompt is known here", "promptctl sync fetches the ledger");
  }
  const LedgerState state = ledger.state();
  const RegisteredVersion version = resolve(address, state).version;
  return {address, registry_over<BundleFiles>(address.prompt, state.bundle(version)), version.name.version,
          version.commit};
}

std::optional<Target> default_target(const Registry& registry) {
  const auto project = registry.sound_project();
  return project ? project->default_target : std::nullopt;
}

// A version's bundle has no promptctl.yaml: its commit has.
std::optional<Target> default_target_beside(const PromptSource& source, const Workspace& workspace) {
  return source.commit.empty() ? default_target(*source.registry) : default_target_in(source.commit, workspace);
}

}  // namespace

std::shared_ptr<Registry> commit_registry(const std::string& revision, const Workspace& workspace) {
  return registry_over<GitTreeFiles>(workspace.root, revision, workspace.environment);
}

Address read_address(const std::string& text) {
  const auto address = find_address(text);
  if (!address) {
    throw Failure("bad-address", fmt::format("`{}` is no address of a prompt", text),
                  "NAME is the working tree's; behind an @ may stand a version's number, an environment, latest, "
                  "sha256:DIGEST or git:REVISION");
  }
  return *address;
}

PromptSource find_prompt(const Address& address, Workspace& workspace) {
  if (address.is_registered()) {
    return find_version(address, workspace);
  }
  const bool in_commit = address.kind == Address::Kind::revision;
  PromptSource source{address,
                      in_commit ? commit_registry(address.reference, workspace)
                                : std::shared_ptr<Registry>(std::shared_ptr<void>(), &workspace.registry),
                      {},
                      {}};
  require_known(address.prompt, source.registry->prompt_ids(), "prompt");
  return source;
}

std::optional<Target> default_target_in(const std::string& commit, const Workspace& workspace) {
  try {
    return default_target(*commit_registry(commit, workspace));
  } catch (const Failure&) {  // A shallow clone lacks the commit.
    return std::nullopt;
  }
}

std::string own_model(const Address& address, Workspace& workspace) {
  const PromptSource source = find_prompt(address, workspace);
  Diagnostics ignored;  // Reported where the content is run.
  const auto bundle = source.read(ignored);
  const auto named = bundle ? find_target(bundle->prompt().model) : std::nullopt;
  const auto target = named ? named : default_target_beside(source, workspace);
  return target ? target_name(*target) : std::string();
}

void take_prompt_from(const Address& address, Workspace& workspace, SuiteOptions& options) {
  options.address = address_text(address);
  if (address.kind == Address::Kind::working_tree) {
    return;
  }
  const PromptSource source = find_prompt(address, workspace);
  options.default_target = default_target_beside(source, workspace);
  options.read_prompt = [source](const std::string&, Diagnostics& diagnostics) { return source.read(diagnostics); };
}

}  // namespace promptctl::cli
