#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/support/errand.hpp"
#include "world/git/git_executable.hpp"

namespace promptctl::testing {

// A registry in a git repository of its own, or a clone of one, where promptctl runs as a process.
struct LedgerRegistry {
  std::filesystem::path folder;
  std::map<std::string, std::string> environment;

  GitExecutable git() const { return {folder, environment}; }

  // promptctl with these arguments here, as the person `who`.
  Errand errand(const std::vector<std::string>& arguments, const std::string& who = "Ada") const;
  Finished run(const std::vector<std::string>& arguments) const { return run_errand(errand(arguments)); }

  // Commits the environments staging and production, and the prompts p1, p2 and so on.
  void commit_prompts(int count) const;

  // Commits another content of p1, and gives the commit.
  std::string commit_content(const std::string& text) const;

  // What the ledger known here records, oldest first, an effect a line: "3 promote p1@2 staging, Ada".
  std::vector<std::string> log() const;

  // The number of the newest event that `log` has.
  long long last_event() const;
};

}  // namespace promptctl::testing
