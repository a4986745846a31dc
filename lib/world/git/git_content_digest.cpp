#include "world/git/git_content_digest.hpp"

#include <map>

#include "base/digest.hpp"
#include "world/git/git_objects.hpp"

namespace promptctl {
namespace {

struct FileDigests {
  git_repository* repository;
  std::map<std::string, std::string> by_path;
};

int add_file(const char* folder, const git_tree_entry* entry, void* payload) {
  auto& digests = *static_cast<FileDigests*>(payload);
  if (git_tree_entry_type(entry) != GIT_OBJECT_BLOB) {
    return 0;
  }
  git_blob* raw = nullptr;
  if (const int code = git_blob_lookup(&raw, digests.repository, git_tree_entry_id(entry)); code != 0) {
    return code;
  }
  const BlobHandle blob(raw);
  const auto* bytes = static_cast<const char*>(git_blob_rawcontent(raw));
  digests.by_path[std::string(folder) + git_tree_entry_name(entry)] =
      sha256({bytes, static_cast<std::size_t>(git_blob_rawsize(raw))});
  return 0;
}

}  // namespace

std::string content_digest(git_repository& repository, const git_tree& tree) {
  FileDigests digests{&repository, {}};
  if (const int code = git_tree_walk(&tree, GIT_TREEWALK_PRE, add_file, &digests); code != 0) {
    fail_with_git(git_repository_path(&repository), code);
  }
  std::string lines;
  for (const auto& [path, digest] : digests.by_path) {
    lines.append(digest).append("  ").append(path).append("\n");
  }
  return sha256(lines);
}

}  // namespace promptctl
