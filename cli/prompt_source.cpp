#include "cli/prompt_source.hpp"

#include <fmt/format.h>

#include <memory>

#include "base/diagnostic.hpp"
#include "world/git_tree_files.hpp"

namespace promptctl::cli {
namespace {

// A registry as it is in a commit.
struct CommitRegistry {
  CommitRegistry(const std::filesystem::path& root, const std::string& revision)
      : files(root, revision), registry(files) {}

  GitTreeFiles files;
  Registry registry;
};

}  // namespace

Address read_address(const std::string& text) {
  const auto address = find_address(text);
  if (!address) {
    throw Failure("bad-address", fmt::format("`{}` is no address of a prompt", text),
                  "write NAME for the working tree, or NAME@git:REVISION for a commit");
  }
  return *address;
}

void take_prompt_from(const Address& address, const std::filesystem::path& root, SuiteOptions& options) {
  options.address = address_text(address);
  if (address.git_revision.empty()) {
    return;
  }
  const auto commit = std::make_shared<CommitRegistry>(root, address.git_revision);
  require_known(address.prompt, commit->registry.prompt_ids(), "prompt");
  options.read_prompt = [commit](const std::string& id, Diagnostics& diagnostics) {
    return commit->registry.read_prompt(id, diagnostics);
  };
}

}  // namespace promptctl::cli
