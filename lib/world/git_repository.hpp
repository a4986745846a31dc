#pragma once

#include <filesystem>

#include "ports/repository.hpp"

namespace promptctl {

// The git repository a folder lies in, read through libgit2.
class GitRepository : public Repository {
 public:
  explicit GitRepository(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Throws `Failure` when git refuses to read the repository (another owner, a format libgit2 does not know).
  std::optional<SourceState> state() const override;

  // The top of the working tree; none outside a repository and in a bare one.
  std::optional<std::filesystem::path> top() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace promptctl
