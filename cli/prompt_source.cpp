#include "cli/prompt_source.hpp"

#include <fmt/format.h>

#include <memory>

#include "base/diagnostic.hpp"
#include "world/git_tree_files.hpp"

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

std::shared_ptr<Registry> registry_of(const Address& address, Workspace& workspace) {
  if (address.kind == Address::Kind::revision) {
    return registry_over<GitTreeFiles>(workspace.root, address.reference);
  }
  if (address.is_registered()) {
    throw Failure("no-ledger", "no version of a prompt is registered here");
  }
  return {std::shared_ptr<void>(), &workspace.registry};
}

}  // namespace

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
  PromptSource source{address, registry_of(address, workspace)};
  require_known(address.prompt, source.registry->prompt_ids(), "prompt");
  return source;
}

void take_prompt_from(const Address& address, Workspace& workspace, SuiteOptions& options) {
  options.address = address_text(address);
  if (address.kind == Address::Kind::working_tree) {
    return;
  }
  options.read_prompt = [source = find_prompt(address, workspace)](const std::string&, Diagnostics& diagnostics) {
    return source.read(diagnostics);
  };
}

}  // namespace promptctl::cli
