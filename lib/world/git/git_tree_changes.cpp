#include "world/git/git_tree_changes.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "base/diagnostic.hpp"
#include "world/git/git_objects.hpp"

namespace promptctl {
namespace {

bool is_folder(const git_tree_entry* entry) {
  return entry != nullptr && git_tree_entry_type(entry) == GIT_OBJECT_TREE;
}

bool is_same(const git_tree_entry& one, const git_tree_entry& other) {
  return git_oid_equal(git_tree_entry_id(&one), git_tree_entry_id(&other)) != 0 &&
         git_tree_entry_filemode_raw(&one) == git_tree_entry_filemode_raw(&other);
}

std::size_t count_of(const git_tree* tree) {
  return tree == nullptr ? 0 : git_tree_entrycount(tree);
}

// Null past the end.
const git_tree_entry* entry_at(const git_tree* tree, std::size_t index) {
  return index < count_of(tree) ? git_tree_entry_byindex(tree, index) : nullptr;
}

// Whoever looks a name up would find one entry, and whoever lists the folder another.
void check_order(const git_tree* tree, std::size_t index, const std::string& folder) {
  const git_tree_entry* entry = entry_at(tree, index);
  const std::string_view name = git_tree_entry_name(entry);
  const bool ordered = index == 0 || git_tree_entry_cmp(entry_at(tree, index - 1), entry) < 0;
  if (!ordered || name.find('/') != std::string_view::npos) {
    throw Failure("ledger-broken", whole_file(folder + std::string(name)), "git would not write this name here");
  }
}

class TreeComparison {
 public:
  explicit TreeComparison(git_repository& repository) : repository_(repository) {}

  void compare(const git_tree* before, const git_tree* after, const std::string& folder) {
    std::size_t old_index = 0;
    std::size_t new_index = 0;
    while (old_index < count_of(before) || new_index < count_of(after)) {
      const git_tree_entry* old_entry = entry_at(before, old_index);
      const git_tree_entry* new_entry = entry_at(after, new_index);
      const int order = old_entry == nullptr ? 1 : new_entry == nullptr ? -1 : git_tree_entry_cmp(old_entry, new_entry);
      if (order >= 0) {
        check_order(after, new_index, folder);
      }
      compare_entries(order <= 0 ? old_entry : nullptr, order >= 0 ? new_entry : nullptr, folder);
      old_index += order <= 0 ? 1 : 0;
      new_index += order >= 0 ? 1 : 0;
    }
    if (count_of(before) + count_of(after) == 0 && !folder.empty()) {
      files_.push_back({folder, std::nullopt});
    }
  }

  // The content of a name that is gone as one kind and new as another is the new one's.
  std::vector<ChangedFile> take() {
    std::sort(files_.begin(), files_.end(), [](const ChangedFile& one, const ChangedFile& other) {
      return std::tie(one.path, one.content) < std::tie(other.path, other.content);
    });
    return std::move(files_);
  }

 private:
  // Of one name and kind; one of them may be null.
  void compare_entries(const git_tree_entry* before, const git_tree_entry* after, const std::string& folder) {
    if (before != nullptr && after != nullptr && is_same(*before, *after)) {
      return;
    }
    const git_tree_entry* any = before != nullptr ? before : after;
    const std::string path = folder + git_tree_entry_name(any);
    if (is_folder(any)) {
      compare(tree_of(before).get(), tree_of(after).get(), path + "/");
    } else {
      files_.push_back({path, after == nullptr ? std::nullopt : read_entry(repository_, *after, path)});
    }
  }

  TreeHandle tree_of(const git_tree_entry* entry) const {
    git_tree* tree = nullptr;
    const int code = entry == nullptr ? 0 : git_tree_lookup(&tree, &repository_, git_tree_entry_id(entry));
    if (code != 0) {
      fail_with_git(git_repository_path(&repository_), code);
    }
    return TreeHandle(tree);
  }

  git_repository& repository_;
  std::vector<ChangedFile> files_;
};

}  // namespace

std::vector<ChangedFile> changed_files(git_repository& repository, const git_tree* before, const git_tree* after) {
  TreeComparison comparison(repository);
  comparison.compare(before, after, "");
  return comparison.take();
}

}  // namespace promptctl
