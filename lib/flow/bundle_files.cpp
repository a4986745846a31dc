#include "flow/bundle_files.hpp"

#include <stdexcept>
#include <utility>

#include "flow/registry.hpp"

namespace promptctl {

BundleFiles::BundleFiles(const std::string& prompt, const BundleText& text) {
  files_.emplace(prompt_path(prompt), text.prompt);
  for (const auto& [name, partial] : text.partials) {
    files_.emplace(partial_path(name), partial);
  }
}

std::optional<std::string> BundleFiles::read(const std::string& path) const {
  const auto file = files_.find(path);
  return file == files_.end() ? std::nullopt : std::optional(file->second);
}

ByteStream BundleFiles::open(const std::string& path) const {
  auto content = read(path);
  return content ? stream_of(std::move(*content)) : ByteStream();
}

std::vector<std::string> BundleFiles::list(const std::string& folder) const {
  std::vector<std::string> paths;
  for (const auto& [path, content] : files_) {
    if (path.starts_with(folder + "/")) {
      paths.push_back(path);
    }
  }
  return paths;
}

void BundleFiles::write(const std::string&, std::string_view) {
  throw std::logic_error("a version can't be written to");
}

}  // namespace promptctl
