#include "world/git_tree_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/diagnostic.hpp"
#include "world/git_executable.hpp"
#include "world/git_objects.hpp"

namespace promptctl {
namespace {

using ObjectHandle = std::unique_ptr<git_object, Freed<git_object_free>>;

TreeHandle tree_of(git_repository& repository, const std::string& revision) {
  git_object* object = nullptr;
  if (git_revparse_single(&object, &repository, revision.c_str()) != 0) {
    throw Failure("unknown-revision", fmt::format("git knows no revision `{}`", revision),
                  revision == "HEAD" ? "commit something first" : "in a shallow clone, fetch more history");
  }
  const ObjectHandle named(object);
  git_object* tree = nullptr;
  if (git_object_peel(&tree, named.get(), GIT_OBJECT_TREE) != 0) {
    throw Failure("unknown-revision", fmt::format("`{}` names no commit", revision));
  }
  return TreeHandle(reinterpret_cast<git_tree*>(tree));
}

struct Listing {
  std::string folder;
  std::vector<std::string> paths;
};

// Called by libgit2 for each entry; `root` is the entry's folder, with a slash at the end.
int note_file(const char* root, const git_tree_entry* entry, void* user) {
  auto& listing = *static_cast<Listing*>(user);
  const std::string name = git_tree_entry_name(entry);
  if (name.starts_with('.')) {
    return 1;  // Hidden: neither it nor what is below.
  }
  if (git_tree_entry_type(entry) == GIT_OBJECT_BLOB) {
    listing.paths.push_back(listing.folder + "/" + root + name);
  }
  return 0;
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

  // What git says a blob holds: it asks the remote for what this clone was made without.
  std::string fetch(const std::string& path, const git_oid& id) const {
    const GitResult result = GitExecutable(root, environment).run({"cat-file", "blob", hex_text(id)});
    if (result.exit_code != 0) {
      throw Failure("git", whole_file(path), "the file's content is not in this clone, and git can't bring it",
                    "fetch it: git fetch --refetch");
    }
    return result.out;
  }

  EntryHandle entry(const std::string& path) const { return find_entry(*tree, prefix + path); }
};

GitTreeFiles::GitTreeFiles(const std::filesystem::path& root, const std::string& revision,
                           std::map<std::string, std::string> environment)
    : state_(std::make_unique<State>()) {
  state_->root = root;
  state_->environment = std::move(environment);
  state_->repository = open_repository(root);
  if (!state_->repository) {
    throw Failure("git", fmt::format("`git:{}` needs a git repository, and there is none here", revision));
  }
  state_->tree = tree_of(*state_->repository, revision);
  state_->prefix = registry_prefix(root, *state_->repository);
}

GitTreeFiles::~GitTreeFiles() = default;

std::optional<std::string> GitTreeFiles::read(const std::string& path) const {
  const EntryHandle entry = state_->entry(path);
  if (!entry || git_tree_entry_type(entry.get()) != GIT_OBJECT_BLOB) {
    return std::nullopt;
  }
  git_blob* raw = nullptr;
  if (git_blob_lookup(&raw, state_->repository.get(), git_tree_entry_id(entry.get())) != 0) {
    return state_->fetch(path, *git_tree_entry_id(entry.get()));
  }
  const BlobHandle blob(raw);
  return std::string(static_cast<const char*>(git_blob_rawcontent(blob.get())), git_blob_rawsize(blob.get()));
}

ByteStream GitTreeFiles::open(const std::string& path) const {
  auto content = read(path);
  return content ? stream_of(std::move(*content)) : ByteStream();
}

std::vector<std::string> GitTreeFiles::list(const std::string& folder) const {
  const EntryHandle entry = state_->entry(folder);
  if (!entry || git_tree_entry_type(entry.get()) != GIT_OBJECT_TREE) {
    return {};
  }
  git_tree* raw = nullptr;
  if (const int code = git_tree_lookup(&raw, state_->repository.get(), git_tree_entry_id(entry.get())); code != 0) {
    fail_with_git(folder, code);
  }
  const TreeHandle tree(raw);
  Listing listing{folder, {}};
  if (const int code = git_tree_walk(tree.get(), GIT_TREEWALK_PRE, note_file, &listing); code != 0) {
    fail_with_git(folder, code);
  }
  std::sort(listing.paths.begin(), listing.paths.end());
  return listing.paths;
}

void GitTreeFiles::write(const std::string&, std::string_view) {
  throw std::logic_error("a commit can't be written to");
}

}  // namespace promptctl
