#include "registry/bundle_files.hpp"

#include <stdexcept>
#include <utility>

#include "prompt/prompt_bundle.hpp"

namespace promptctl {

BundleFiles::BundleFiles(const std::string& prompt, const BundleText& text) {
  files_.emplace(prompt_path(prompt), text.prompt);
  for (const auto& [name, partial] : text.partials) {
    files_.emplace(partial_path(name), partial);
  }
}

Files::Kind BundleFiles::kind(const std::string& path) const {
  const auto below = files_.lower_bound(path + "/");
  const bool is_folder = path.empty() || (below != files_.end() && below->first.starts_with(path + "/"));
  return files_.count(path) != 0 ? Kind::file : is_folder ? Kind::folder : Kind::none;
}

std::string BundleFiles::link_target(const std::string&) const {
  throw std::logic_error("a version holds no link");
}

std::vector<Files::Entry> BundleFiles::entries(const std::string& folder) const {
  const std::string start = folder.empty() ? "" : folder + "/";
  std::vector<Entry> found;
  for (auto file = files_.lower_bound(start); file != files_.end() && file->first.starts_with(start); ++file) {
    const std::string name = file->first.substr(start.size());
    const std::string first = name.substr(0, name.find('/'));
    if (found.empty() || found.back().name != first) {
      found.push_back({first, first == name ? Kind::file : Kind::folder});
    }
  }
  return found;
}

std::optional<FileBytes> BundleFiles::open_file(const std::string& path) const {
  const auto file = files_.find(path);
  return file == files_.end() ? std::nullopt : std::optional(FileBytes{stream_of(file->second), file->second.size()});
}

void BundleFiles::write(const std::string&, std::string_view) {
  throw std::logic_error("a version can't be written to");
}

}  // namespace promptctl
