#include "world/git/git_tree_files.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "world/git/git_executable.hpp"
#include "world/git/git_objects.hpp"
#include "world/git/git_revision.hpp"

namespace promptctl {
namespace {

TreeHandle tree_of(git_repository& repository, const std::string& revision) {
  const ObjectHandle named = find_object(repository, revision);
  if (!named) {
    throw Failure("unknown-revision", fmt::format("git knows no revision `{}`", revision),
                  revision == "HEAD" ? "commit something first" : "in a shallow clone, fetch more history");
  }
  git_object* tree = nullptr;
  if (git_object_peel(&tree, named.get(), GIT_OBJECT_TREE) != 0) {
    throw Failure("unknown-revision", fmt::format("`{}` names no commit", revision));
  }
  return TreeHandle(reinterpret_cast<git_tree*>(tree));
}

}  // namespace

std::string registry_prefix(const std::filesystem::path& root, git_repository& repository) {
  const char* top = git_repository_workdir(&repository);
  const std::string relative =
      top == nullptr ? "." : std::filesystem::relative(root, std::filesystem::weakly_canonical(top)).generic_string();
  return relative == "." ? std::string() : relative + "/";
}

struct GitTreeFiles::State {
  Libgit2 library;
  RepositoryHandle repository;
  TreeHandle tree;
  std::string prefix;
  std::filesystem::path root;
  std::map<std::string, std::string> environment;

  EntryHandle entry(const std::string& path) const { return find_entry(*tree, prefix + path); }

  // The folder on the way to `path` that is a submodule; empty when none is.
  std::string submodule_on(const std::string& path) const {
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      const EntryHandle found = entry(path.substr(0, slash));
      if (found && git_tree_entry_type(found.get()) == GIT_OBJECT_COMMIT) {
        return path.substr(0, slash);
      }
    }
    return {};
  }

  // Whether the commit of a submodule that is meant here has a file.
  bool submodule_holds(const std::string& submodule, const std::string& path, const FileName& file) const {
    const std::string commit = hex_text(*git_tree_entry_id(entry(submodule).get()));
    try {
      return GitTreeFiles(root / submodule, commit, environment).holds(path, file);
    } catch (const Failure&) {  // The submodule was never fetched.
      return false;
    }
  }

  TreeHandle folder(const std::string& path) const {
    const std::string whole = prefix + path;
    git_oid id = *git_tree_id(tree.get());
    if (!whole.empty()) {
      const EntryHandle entry = find_entry(*tree, whole.ends_with('/') ? whole.substr(0, whole.size() - 1) : whole);
      id = entry ? *git_tree_entry_id(entry.get()) : git_oid{};
    }
    git_tree* raw = nullptr;
    if (const int code = git_tree_lookup(&raw, repository.get(), &id); code != 0) {
      fail_with_git(path, code);
    }
    return TreeHandle(raw);
  }

  std::string content(const std::string& path, const git_tree_entry& entry) const {
    git_blob* raw = nullptr;
    if (git_blob_lookup(&raw, repository.get(), git_tree_entry_id(&entry)) != 0) {
      return fetch(path, *git_tree_entry_id(&entry));
    }
    const BlobHandle blob(raw);
    return {static_cast<const char*>(git_blob_rawcontent(blob.get())), git_blob_rawsize(blob.get())};
  }

 private:
  // What git says a blob holds: it asks the remote for what this clone was made without.
  std::string fetch(const std::string& path, const git_oid& id) const {
    const GitResult result = GitExecutable(root, environment).run({"cat-file", "blob", hex_text(id)});
    if (result.exit_code != 0) {
      throw Failure("git", whole_file(path), "the file's content is not in this clone, and git can't bring it",
                    "fetch it: git fetch --refetch");
    }
    return result.out;
  }
};

namespace {

// A submodule is a folder of another repository: nothing of it is here.
Files::Kind kind_of(const git_tree_entry& entry) {
  switch (git_tree_entry_filemode(&entry)) {
    case GIT_FILEMODE_TREE:
      return Files::Kind::folder;
    case GIT_FILEMODE_BLOB:
    case GIT_FILEMODE_BLOB_EXECUTABLE:
      return Files::Kind::file;
    case GIT_FILEMODE_LINK:
      return Files::Kind::link;
    default:
      return Files::Kind::none;
  }
}

}  // namespace

GitTreeFiles::GitTreeFiles(const std::filesystem::path& root, const std::string& revision,
                           std::map<std::string, std::string> environment)
    : GitTreeFiles(root, revision, std::move(environment), {}) {
  state_->prefix = registry_prefix(root, *state_->repository);
}

GitTreeFiles::GitTreeFiles(const std::filesystem::path& root, const std::string& revision,
                           std::map<std::string, std::string> environment, std::string folder)
    : state_(std::make_unique<State>()) {
  state_->root = root;
  state_->environment = std::move(environment);
  state_->repository = open_repository(root);
  if (!state_->repository) {
    throw Failure("git", fmt::format("`git:{}` needs a git repository, and there is none here", revision));
  }
  state_->tree = tree_of(*state_->repository, revision);
  state_->prefix = std::move(folder);
}

GitTreeFiles::~GitTreeFiles() = default;

Files::Kind GitTreeFiles::kind(const std::string& path) const {
  const EntryHandle entry = path.empty() ? nullptr : state_->entry(path);
  return entry ? kind_of(*entry) : path.empty() ? Kind::folder : Kind::none;
}

std::string GitTreeFiles::link_target(const std::string& path) const {
  return state_->content(path, *state_->entry(path));
}

std::vector<Files::Entry> GitTreeFiles::entries(const std::string& folder) const {
  const TreeHandle tree = state_->folder(folder);
  std::vector<Entry> found;
  for (std::size_t at = 0; at < git_tree_entrycount(tree.get()); ++at) {
    const git_tree_entry* entry = git_tree_entry_byindex(tree.get(), at);
    found.push_back({git_tree_entry_name(entry), kind_of(*entry)});
  }
  return found;
}

std::optional<FileBytes> GitTreeFiles::open_file(const std::string& path) const {
  const EntryHandle entry = path.empty() ? nullptr : state_->entry(path);
  if (!entry || kind_of(*entry) != Kind::file) {
    return std::nullopt;
  }
  std::string content = state_->content(path, *entry);
  const std::size_t size = content.size();
  return FileBytes{stream_of(std::move(content)), size};
}

namespace {

std::string blob_id(std::string_view content) {
  GitBlobId id(content.size());
  id.update(content);
  return id.hex();
}

bool is_same_text(const std::string& content, const FileName& file) {
  constexpr std::string_view lfs_digest = "\noid sha256:";
  if (const std::size_t at = content.find(lfs_digest); content.starts_with("version ") && at != std::string::npos) {
    return content.substr(at + lfs_digest.size(), file.sha256.size()) == file.sha256;
  }
  const std::string lines = replace_all(content, "\r\n", "\n");
  return blob_id(lines) == file.blob || blob_id(replace_all(lines, "\n", "\r\n")) == file.blob;
}

}  // namespace

bool GitTreeFiles::holds(const std::string& path, const FileName& file) const {
  const std::string real = beneath(path);
  const EntryHandle entry = state_->entry(real);
  if (!entry || kind_of(*entry) != Kind::file) {
    const std::string submodule = file.blob.empty() ? std::string() : state_->submodule_on(real);
    return submodule.empty() ? file.blob.empty()
                             : state_->submodule_holds(submodule, real.substr(submodule.size() + 1), file);
  }
  return !file.blob.empty() &&
         (hex_text(*git_tree_entry_id(entry.get())) == file.blob || is_same_text(state_->content(path, *entry), file));
}

void GitTreeFiles::write(const std::string&, std::string_view) {
  throw std::logic_error("a commit can't be written to");
}

}  // namespace promptctl
