#pragma once

#include <git2.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "ports/files.hpp"
#include "ports/repository.hpp"

namespace promptctl {

// Where the registry at `root` lies in its repository: "" at the top, else a path with a slash at the end.
std::string registry_prefix(const std::filesystem::path& root, git_repository& repository);

// The files of a registry as they are in a commit, read from git's objects: no checkout, and bare repositories will do.
class GitTreeFiles : public Files {
 public:
  // `root` is the registry's folder, inside the repository. In a partial clone the git executable brings the content of
  // files when they are read; `environment` is its environment. Throws `Failure` (`unknown-revision`) when `revision`
  // names no commit, and (`git`) outside a repository.
  GitTreeFiles(const std::filesystem::path& root, const std::string& revision,
               std::map<std::string, std::string> environment);

  // The same of the registry in `folder`, from the repository's top with a slash at its end: where it lay in that
  // commit, wherever `root` is now.
  GitTreeFiles(const std::filesystem::path& root, const std::string& revision,
               std::map<std::string, std::string> environment, std::string folder);
  ~GitTreeFiles() override;

  // Whether the commit has this file, as far as what is read of it goes: line ends are a checkout's own, and so is what
  // Git LFS puts in the place of its pointer. A file of no name must be absent.
  bool holds(const std::string& path, const FileName& file) const;

  // A commit can't be written to: `std::logic_error`.
  void write(const std::string& path, std::string_view content) override;

 protected:
  Kind kind(const std::string& path) const override;
  std::string link_target(const std::string& path) const override;
  std::vector<Entry> entries(const std::string& folder) const override;
  std::optional<FileBytes> open_file(const std::string& path) const override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace promptctl
