#include "world/git_objects.hpp"

#include <array>

#include "base/diagnostic.hpp"

namespace promptctl {
namespace {

void check(int code, git_repository& repository) {
  if (code != 0) {
    fail_with_git(git_repository_path(&repository), code);
  }
}

bool is_regular_file(const git_tree_entry& entry) {
  return git_tree_entry_filemode_raw(&entry) == GIT_FILEMODE_BLOB;
}

}  // namespace

std::string hex_text(const git_oid& id) {
  std::array<char, GIT_OID_HEXSZ + 1> hex{};
  return git_oid_tostr(hex.data(), hex.size(), &id);
}

git_oid object_id(const std::string& hex) {
  git_oid id{};
  if (hex.size() != GIT_OID_HEXSZ || git_oid_fromstr(&id, hex.c_str()) != 0) {
    throw Failure("ledger-broken", "`" + hex + "` is no commit");
  }
  return id;
}

CommitHandle find_commit(git_repository& repository, const std::string& id) {
  const git_oid oid = object_id(id);
  git_commit* commit = nullptr;
  const int code = git_commit_lookup(&commit, &repository, &oid);
  if (code != GIT_ENOTFOUND) {
    check(code, repository);
  }
  return CommitHandle(commit);
}

TreeHandle tree_of(const git_commit& commit) {
  git_tree* tree = nullptr;
  if (const int code = git_commit_tree(&tree, &commit); code != 0) {
    fail_with_git(git_repository_path(git_commit_owner(&commit)), code);
  }
  return TreeHandle(tree);
}

std::optional<std::string> read_file(git_repository& repository, const git_tree& tree, const std::string& path) {
  git_tree_entry* raw_entry = nullptr;
  git_tree_entry_bypath(&raw_entry, &tree, path.c_str());
  const EntryHandle entry(raw_entry);
  if (!entry || !is_regular_file(*entry)) {
    return std::nullopt;
  }
  git_blob* raw_blob = nullptr;
  if (git_blob_lookup(&raw_blob, &repository, git_tree_entry_id(entry.get())) != 0) {
    throw Failure("git", whole_file(path), "the file's content is not in this clone",
                  "fetch it: promptctl sync, or git fetch --refetch");
  }
  const BlobHandle blob(raw_blob);
  return std::string(static_cast<const char*>(git_blob_rawcontent(blob.get())), git_blob_rawsize(blob.get()));
}

git_oid write_tree(git_repository& repository, git_tree* base, const std::vector<LedgerFile>& files) {
  std::vector<git_tree_update> updates;
  updates.reserve(files.size());
  for (const LedgerFile& file : files) {
    git_tree_update update{};
    update.action = GIT_TREE_UPDATE_UPSERT;
    update.filemode = GIT_FILEMODE_BLOB;
    update.path = file.path.c_str();
    check(git_blob_create_from_buffer(&update.id, &repository, file.content.data(), file.content.size()), repository);
    updates.push_back(update);
  }
  git_oid id{};
  check(git_tree_create_updated(&id, &repository, base, updates.size(), updates.data()), repository);
  return id;
}

}  // namespace promptctl
