#include "world/system/run_lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "base/diagnostic.hpp"
#include "base/text.hpp"

namespace promptctl {
namespace {

[[noreturn]] void refuse_to_share(int file, const std::string& run) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(file, text.data(), text.size(), 0);
  const std::string owner(trim(std::string_view(text.data(), size < 0 ? 0 : static_cast<std::size_t>(size))));
  throw Failure("run-in-progress",
                fmt::format("another process{} writes to run {}", owner.empty() ? "" : " (" + owner + ")", run),
                "wait for it to end, or stop it: what it has done is kept");
}

// Whoever held the file before may have removed its name in the meantime.
bool has_name(int file, const std::filesystem::path& path) {
  struct stat opened{};
  struct stat named{};
  return ::fstat(file, &opened) == 0 && ::stat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
         opened.st_dev == named.st_dev;
}

}  // namespace

RunLock::RunLock(const std::filesystem::path& folder, const std::string& run) : path_(folder / run), run_(run) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  while (!try_to_lock()) {
  }
}

// False when it must be tried again.
bool RunLock::try_to_lock() {
  constexpr mode_t mode = 0644;
  Descriptor file(::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode));
  if (file.get() < 0) {
    throw Failure("unwritable-file", whole_file(path_.string()),
                  fmt::format("cannot lock the run: {}", std::system_category().message(errno)));
  }
  while (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EINTR) {
      refuse_to_share(file.get(), run_);
    }
  }
  if (!has_name(file.get(), path_)) {
    return false;
  }
  const std::string owner = fmt::format("{}\n", ::getpid());
  const bool written = ::ftruncate(file.get(), 0) == 0 && ::pwrite(file.get(), owner.data(), owner.size(), 0) > 0;
  static_cast<void>(written);  // Only to tell others who it is.
  file_ = std::move(file);
  return true;
}

RunLock::~RunLock() {
  std::error_code error;
  std::filesystem::remove(path_, error);
}

}  // namespace promptctl
