#include "world/system/strict_open.hpp"

#include <fcntl.h>

#include <cerrno>
#include <utility>

#include "base/text.hpp"

namespace promptctl {

Descriptor open_strictly(const std::filesystem::path& root, const std::string& path, int flags) {
  constexpr int always = O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
  const std::filesystem::path start = root.empty() ? "." : root;
  if (path.empty()) {
    return Descriptor(::open(start.c_str(), flags | always));
  }
  Descriptor folder(::open(start.c_str(), O_RDONLY | O_DIRECTORY | always));
  const std::vector<std::string_view> names = split(path, '/');
  for (std::size_t at = 0; folder.get() >= 0; ++at) {
    const std::string name(names[at]);
    if (name.empty() || name == "." || name == "..") {
      errno = ENOENT;
      return Descriptor(-1);
    }
    const bool last = at + 1 == names.size();
    const int how = last ? flags : O_RDONLY | O_DIRECTORY;
    Descriptor next(::openat(folder.get(), name.c_str(), how | O_NOFOLLOW | always));
    if (last) {
      return next;
    }
    folder = std::move(next);
  }
  return folder;
}

bool is_absent(int error) {
  return error == ENOENT || error == ENOTDIR || error == ELOOP;
}

}  // namespace promptctl
