#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/support/ledger_registry.hpp"

namespace promptctl::testing {

// People with keys, who sign what they record: "ada" is "ada <ada@x.example>".
class Approvers {
 public:
  // Makes a key for each, in `folder`.
  Approvers(std::filesystem::path folder, std::vector<std::string> names);

  // False when ssh-keygen isn't installed.
  bool have_keys() const { return have_keys_; }

  // The lines of an allowed signers file.
  std::string allowed_signers() const;

  // promptctl with these arguments in a registry, as one of them; signed with the key of another where one is named.
  Errand errand(const LedgerRegistry& registry, const std::string& name, const std::vector<std::string>& arguments,
                const std::string& key = {}) const;
  Finished run(const LedgerRegistry& registry, const std::string& name, const std::vector<std::string>& arguments,
               const std::string& key = {}) const {
    return run_errand(errand(registry, name, arguments, key));
  }

  // Commits prompts, the allowed signers and a promptctl.yaml whose environment production has these settings.
  void commit_registry(const LedgerRegistry& registry, const std::string& production) const;

 private:
  std::filesystem::path folder_;
  std::vector<std::string> names_;
  bool have_keys_ = true;
};

}  // namespace promptctl::testing
