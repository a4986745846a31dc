#include "ports/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>

#include "base/file_text.hpp"
#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr int most_links = 40;  // on the way to one file, as Linux has it

std::string joined(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + "/" + name;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

bool is_hidden(std::string_view name) {
  return name.starts_with('.');
}

// What git keeps beside a checkout's files, keys of a CI's checkout among it; on some disks by any case.
bool is_git_folder(std::string_view name) {
  return lower_ascii(name) == ".git";
}

bool leads_through_git(std::string_view path) {
  const std::vector<std::string_view> names = split(path, '/');
  return std::any_of(names.begin(), names.end(), is_git_folder);
}

[[noreturn]] void fail_outside(const std::string& path, const std::string& link, const std::string& target) {
  throw FileFault("outside-registry", whole_file(path),
                  link.empty()
                      ? "the path leads out of the registry"
                      : fmt::format("the link `{}` leads to `{}`, which is no part of the registry", link, target),
                  "only what is versioned with the registry is read: a link must be relative, and stay in it");
}

}  // namespace

// The way of one path through links.
class Files::Way {
 public:
  Way(const Files& files, const std::string& path) : files_(files), path_(path) { put_first(path); }

  // The path without links that it ends at. Throws `FileFault` (`outside-registry`, `bad-link`).
  std::string end() {
    while (!names_.empty()) {
      const std::string name = std::move(names_.front());
      names_.pop_front();
      step(name);
    }
    if (links_ > 0 && files_.kind(reached_) == Kind::none) {
      throw FileFault("bad-link", whole_file(path_), fmt::format("the link leads to `{}`, where nothing is", reached_));
    }
    return reached_;
  }

 private:
  void put_first(std::string_view path) {
    const std::vector<std::string_view> parts = split(path, '/');
    names_.insert(names_.begin(), parts.begin(), parts.end());
  }

  void step(const std::string& name) {
    if (name.empty() || name == ".") {
      return;
    }
    if (name == ".." ? reached_.empty() : is_git_folder(name) || (links_ > 0 && is_hidden(name))) {
      fail_outside(path_, link_, target_);
    }
    if (name == "..") {
      reached_ = folder_of(reached_);
      return;
    }
    const std::string here = joined(reached_, name);
    if (files_.kind(here) == Kind::link) {
      go_through(here);
    } else {
      reached_ = here;
    }
  }

  void go_through(const std::string& link) {
    link_ = link;
    target_ = files_.link_target(link);
    if (target_.starts_with('/')) {
      fail_outside(path_, link_, target_);
    }
    if (++links_ > most_links) {
      throw FileFault("bad-link", whole_file(path_), "the link leads in a circle");
    }
    put_first(target_);
  }

  const Files& files_;
  const std::string& path_;
  std::deque<std::string> names_;  // still to go
  std::string reached_;
  std::string link_, target_;  // the last link
  int links_ = 0;
};

// Goes through folders, first those that stand in their place and then those that links lead to.
class Files::Listing {
 public:
  Listing(const Files& files, Diagnostics& faults) : files_(files), faults_(faults) {}

  std::vector<std::string> below(const std::string& folder) {
    follow(folder);
    while (!links_.empty()) {
      const std::string link = *links_.begin();
      links_.erase(links_.begin());
      follow(link);
    }
    std::sort(paths_.begin(), paths_.end());
    return std::move(paths_);
  }

 private:
  void follow(const std::string& path) {
    try {
      const std::string real = files_.beneath(path);
      const Kind kind = files_.kind(real);
      if (kind == Kind::folder) {
        go_through(path, real);
      } else if (kind != Kind::none) {
        paths_.push_back(path);
      }
    } catch (const FileFault& fault) {
      faults_.add(fault.diagnostic());
      paths_.push_back(path);
    }
  }

  void go_through(const std::string& shown, const std::string& real) {
    const auto [earlier, is_new] = seen_.emplace(real, shown);
    if (!is_new) {
      faults_.warning("folder-twice", whole_file(shown),
                      fmt::format("the folder is read as `{}` already", earlier->second),
                      "a folder is read once; take the link away");
      return;
    }
    std::vector<Entry> entries = files_.entries(real);
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    for (const Entry& entry : entries) {
      const std::string path = joined(shown, entry.name);
      if (is_hidden(entry.name)) {
        continue;
      }
      if (entry.kind == Kind::folder) {
        go_through(path, joined(real, entry.name));
      } else if (entry.kind == Kind::link) {
        links_.insert(path);
      } else {
        paths_.push_back(path);
      }
    }
  }

  const Files& files_;
  Diagnostics& faults_;
  std::vector<std::string> paths_;
  std::set<std::string> links_;              // still to follow
  std::map<std::string, std::string> seen_;  // folders, and the names they are read by
};

std::string Files::beneath(const std::string& path) const {
  return Way(*this, path).end();
}

std::optional<FileBytes> Files::watched(const std::string&, std::optional<FileBytes> file) const {
  return file;
}

ByteStream Files::open(const std::string& path) const {
  auto file = leads_through_git(path) ? std::nullopt : open_file(path);
  if (!file) {
    const std::string real = beneath(path);
    file = real == path ? std::nullopt : open_file(real);
  }
  file = watched(path, std::move(file));
  return file ? as_text(path, std::move(file->next)) : ByteStream();
}

SourcePointer Files::read(const std::string& path, Diagnostics& faults) const {
  try {
    const ByteStream text = open(path);
    return text ? std::make_shared<const Source>(path, whole_text(text, path)) : nullptr;
  } catch (const FileFault& fault) {
    faults.add_once(fault.diagnostic());
    return nullptr;
  }
}

bool Files::has(const std::string& path) const {
  try {
    return kind(beneath(path)) != Kind::none;
  } catch (const FileFault&) {
    return true;
  }
}

std::vector<std::string> Files::list(const std::string& folder, Diagnostics& faults) const {
  return Listing(*this, faults).below(folder);
}

}  // namespace promptctl
