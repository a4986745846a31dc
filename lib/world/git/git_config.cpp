#include "world/git/git_config.hpp"

#include <memory>

#include "world/git/libgit2.hpp"

namespace promptctl {

std::vector<std::pair<std::string, std::string>> read_settings(git_repository& repository) {
  git_config* raw_config = nullptr;
  if (const int code = git_repository_config_snapshot(&raw_config, &repository); code != 0) {
    fail_with_git(git_repository_path(&repository), code);
  }
  const std::unique_ptr<git_config, Freed<git_config_free>> config(raw_config);
  git_config_iterator* raw_iterator = nullptr;
  if (const int code = git_config_iterator_new(&raw_iterator, config.get()); code != 0) {
    fail_with_git(git_repository_path(&repository), code);
  }
  const std::unique_ptr<git_config_iterator, Freed<git_config_iterator_free>> iterator(raw_iterator);
  std::vector<std::pair<std::string, std::string>> settings;
  for (git_config_entry* entry = nullptr; git_config_next(&entry, iterator.get()) == 0;) {
    settings.emplace_back(entry->name, entry->value == nullptr ? "" : entry->value);
  }
  return settings;
}

std::string read_setting(git_repository& repository, const std::string& name) {
  std::string found;
  for (auto& [known, value] : read_settings(repository)) {
    if (known == name) {
      found = std::move(value);
    }
  }
  return found;
}

}  // namespace promptctl
