#include "world/git/git_objects.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "world/git/git_config.hpp"

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

[[noreturn]] void fail_incomplete(const std::string& path) {
  throw Failure("git", whole_file(path), "the content is not in this clone",
                "fetch it: promptctl sync, or git fetch --refetch");
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

std::vector<std::string> parents_of(const git_commit& commit) {
  constexpr std::string_view label = "parent ";
  std::vector<std::string> parents;
  for (const std::string_view line : split(git_commit_raw_header(&commit), '\n')) {
    if (line.starts_with(label)) {
      parents.emplace_back(line.substr(label.size()));
    }
  }
  return parents;
}

TreeHandle tree_of(const git_commit& commit) {
  git_tree* tree = nullptr;
  if (const int code = git_commit_tree(&tree, &commit); code != 0) {
    fail_with_git(git_repository_path(git_commit_owner(&commit)), code);
  }
  return TreeHandle(tree);
}

EntryHandle find_entry(const git_tree& tree, const std::string& path) {
  git_tree_entry* raw = nullptr;
  const int code = git_tree_entry_bypath(&raw, &tree, path.c_str());
  EntryHandle entry(raw);
  if (code != 0 && code != GIT_ENOTFOUND) {
    fail_incomplete(path);
  }
  return entry;
}

bool is_partial_clone(git_repository& repository) {
  const auto settings = read_settings(repository);
  return std::any_of(settings.begin(), settings.end(), [](const auto& setting) {
    const std::string& name = setting.first;
    return name == "extensions.partialclone" || (name.starts_with("remote.") && name.ends_with(".promisor"));
  });
}

bool is_complete(git_repository& repository, const git_commit& commit) {
  git_tree* raw_tree = nullptr;
  git_odb* raw_odb = nullptr;
  if (git_commit_tree(&raw_tree, &commit) != 0 || git_repository_odb(&raw_odb, &repository) != 0) {
    git_tree_free(raw_tree);
    return false;
  }
  const TreeHandle tree(raw_tree);
  const std::unique_ptr<git_odb, Freed<git_odb_free>> odb(raw_odb);
  const auto is_missing = [](const char*, const git_tree_entry* entry, void* user) {
    return git_odb_exists(static_cast<git_odb*>(user), git_tree_entry_id(entry)) == 0 ? -1 : 0;
  };
  return git_tree_walk(tree.get(), GIT_TREEWALK_PRE, is_missing, odb.get()) == 0;
}

std::optional<std::string> read_file(git_repository& repository, const git_tree& tree, const std::string& path) {
  const EntryHandle entry = find_entry(tree, path);
  return entry ? read_entry(repository, *entry, path) : std::nullopt;
}

std::optional<std::string> read_entry(git_repository& repository, const git_tree_entry& entry,
                                      const std::string& path) {
  if (!is_regular_file(entry)) {
    return std::nullopt;
  }
  git_blob* raw_blob = nullptr;
  if (git_blob_lookup(&raw_blob, &repository, git_tree_entry_id(&entry)) != 0) {
    fail_incomplete(path);
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
