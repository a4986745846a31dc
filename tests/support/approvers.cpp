#include "tests/support/approvers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tests/support/git_sandbox.hpp"
#include "tests/support/temporary_folder.hpp"

namespace promptctl::testing {

Approvers::Approvers(std::filesystem::path folder, std::vector<std::string> names)
    : folder_(std::move(folder)), names_(std::move(names)) {
  have_keys_ = std::all_of(names_.begin(), names_.end(),
                           [this](const std::string& name) { return make_ssh_key(folder_ / (name + ".key")); });
}

std::string Approvers::allowed_signers() const {
  std::string lines;
  for (const std::string& name : names_) {
    lines += fmt::format("{}@x.example {}\n", name, public_key(folder_ / (name + ".key")));
  }
  return lines;
}

Errand Approvers::errand(const LedgerRegistry& registry, const std::string& name,
                         const std::vector<std::string>& arguments, const std::string& key) const {
  Errand errand = registry.errand(arguments, name);
  const std::map<std::string, std::string> more{
      {"GIT_AUTHOR_EMAIL", name + "@x.example"},
      {"GIT_CONFIG_COUNT", "3"},
      {"GIT_CONFIG_KEY_0", "gpg.format"},
      {"GIT_CONFIG_VALUE_0", "ssh"},
      {"GIT_CONFIG_KEY_1", "user.signingKey"},
      {"GIT_CONFIG_VALUE_1", (folder_ / ((key.empty() ? name : key) + ".key")).string()},
      {"GIT_CONFIG_KEY_2", "commit.gpgSign"},
      {"GIT_CONFIG_VALUE_2", "true"},
  };
  for (const auto& [variable, value] : more) {
    errand.environment[variable] = value;
  }
  return errand;
}

void Approvers::commit_registry(const LedgerRegistry& registry, const std::string& production) const {
  registry.commit_prompts(2);
  write_text(registry.folder / "allowed_signers", allowed_signers());
  write_text(registry.folder / "promptctl.yaml",
             fmt::format("format: 1\nenvironments: {{staging: , production: {}}}\n"
                         "ledger: {{allowed_signers: allowed_signers, signed_from: never}}\n",
                         production));
  git_output(registry.git(), {"add", "-A"});
  git_output(registry.git(), {"commit", "-qm", "who approves"});
}

}  // namespace promptctl::testing
