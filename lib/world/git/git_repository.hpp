#pragma once

#include <filesystem>
#include <map>

#include "ports/repository.hpp"

namespace promptctl {

// The git repository a folder lies in, read through libgit2.
class GitRepository : public Repository {
 public:
  // `folder` is the root of the files that are asked about; `environment` is the git executable's, which brings what a
  // partial clone lacks.
  explicit GitRepository(std::filesystem::path folder, std::map<std::string, std::string> environment = {})
      : folder_(std::move(folder)), environment_(std::move(environment)) {}

  // Throws `Failure` when git refuses to read the repository (another owner).
  std::optional<SourceState> state(const FilesRead& files) const override;

  // Whether HEAD has something at `path`, from the folder on: a file, a folder, a link, a submodule.
  bool has_committed(const std::string& path) const;

  // The top of the working tree; none outside a repository, in a bare one, and where the format can't be read.
  std::optional<std::filesystem::path> top() const;

 private:
  std::filesystem::path folder_;
  std::map<std::string, std::string> environment_;
};

}  // namespace promptctl
