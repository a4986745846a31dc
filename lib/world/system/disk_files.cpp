#include "world/system/disk_files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <functional>
#include <memory>
#include <ostream>
#include <streambuf>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/digest.hpp"
#include "base/file_text.hpp"
#include "world/system/descriptor.hpp"
#include "world/system/strict_open.hpp"

namespace promptctl {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk_size = 256U << 10U;

[[noreturn]] void fail_reading(const std::string& path, int error) {
  throw Failure("unreadable-file", whole_file(path), fmt::format("cannot read the file: {}", std::strerror(error)));
}

[[noreturn]] void fail_writing(const std::string& path, int error) {
  throw Failure("unwritable-file", whole_file(path), fmt::format("cannot write the file: {}", std::strerror(error)));
}

void write_all(int descriptor, std::string_view content, const std::string& shown_as) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno != EINTR) {
      fail_writing(shown_as, errno);
    }
    content.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
}

ByteStream read_from(std::shared_ptr<Descriptor> file, std::string path) {
  return [file = std::move(file), path = std::move(path)](std::string& chunk) {
    chunk.resize(chunk_size);
    ssize_t count = -1;
    do {
      count = ::read(file->get(), chunk.data(), chunk.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) {
      fail_reading(path, errno);
    }
    chunk.resize(static_cast<std::size_t>(count));
    return count > 0;
  };
}

[[noreturn]] void fail_no_file(const std::string& path, bool is_folder) {
  throw FileFault("not-a-file", whole_file(path),
                  is_folder ? "a folder stands here, not a file" : "a pipe, a device or a socket, not a regular file");
}

std::string parent_of(const std::string& path) {
  return fs::path(path).parent_path().string();
}

std::string name_of(const std::string& path) {
  return path.empty() ? "." : fs::path(path).filename().string();
}

}  // namespace

Files::Kind DiskFiles::kind(const std::string& path) const {
  const Descriptor folder = open_strictly(root_, parent_of(path), O_RDONLY | O_DIRECTORY);
  struct stat status{};
  if (folder.get() < 0 || ::fstatat(folder.get(), name_of(path).c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    if (!is_absent(errno)) {
      fail_reading(path, errno);
    }
    return Kind::none;
  }
  return S_ISREG(status.st_mode)   ? Kind::file
         : S_ISDIR(status.st_mode) ? Kind::folder
         : S_ISLNK(status.st_mode) ? Kind::link
                                   : Kind::other;
}

std::string DiskFiles::link_target(const std::string& path) const {
  const Descriptor folder = open_strictly(root_, parent_of(path), O_RDONLY | O_DIRECTORY);
  std::array<char, PATH_MAX> target{};
  const ssize_t size = ::readlinkat(folder.get(), name_of(path).c_str(), target.data(), target.size());
  if (size < 0) {
    fail_reading(path, errno);
  }
  return {target.data(), static_cast<std::size_t>(size)};
}

std::vector<Files::Entry> DiskFiles::entries(const std::string& folder) const {
  const Descriptor opened = open_strictly(root_, folder, O_RDONLY | O_DIRECTORY);
  const int copy = opened.get() < 0 ? -1 : ::dup(opened.get());
  const auto close = [](DIR* stream) { ::closedir(stream); };
  const std::unique_ptr<DIR, decltype(close)> stream(copy < 0 ? nullptr : ::fdopendir(copy), close);
  if (!stream) {
    fail_reading(folder, errno);
  }
  const std::string before = folder.empty() ? "" : folder + "/";
  std::vector<Entry> found;
  while (const dirent* entry = ::readdir(stream.get())) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") {
      found.push_back({name, entry->d_type == DT_REG   ? Kind::file
                             : entry->d_type == DT_DIR ? Kind::folder
                                                       : kind(before + name)});
    }
  }
  return found;
}

std::optional<FileBytes> DiskFiles::open_file(const std::string& path) const {
  const auto file = std::make_shared<Descriptor>(open_strictly(root_, path, O_RDONLY));
  struct stat status{};
  if (file->get() < 0 || ::fstat(file->get(), &status) != 0) {
    if (errno == ENXIO) {  // A socket.
      fail_no_file(path, false);
    }
    if (!is_absent(errno)) {
      fail_reading(path, errno);
    }
    return std::nullopt;
  }
  if (!S_ISREG(status.st_mode)) {
    fail_no_file(path, S_ISDIR(status.st_mode));
  }
  return FileBytes{read_from(file, path), static_cast<std::uintmax_t>(status.st_size)};
}

std::optional<FileBytes> DiskFiles::watched(const std::string& path, std::optional<FileBytes> file) const {
  if (!file) {
    (*files_read_)[path] = {};
    return file;
  }
  struct Names {
    explicit Names(std::uintmax_t size) : blob(size) {}
    GitBlobId blob;
    Sha256 sha256;
  };
  auto names = std::make_shared<Names>(file->size);
  file->next = [next = std::move(file->next), names = std::move(names), path,
                read = files_read_](std::string& chunk) mutable {
    const bool more = next(chunk);
    if (more) {
      names->blob.update(chunk);
      names->sha256.update(chunk);
    } else if (names) {
      (*read)[path] = {names->blob.hex(), names->sha256.hex()};
      names = nullptr;
    }
    return more;
  };
  return file;
}

ByteStream open_named_file(const fs::path& path, const std::string& shown_as) {
  const auto file = std::make_shared<Descriptor>(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file->get() < 0) {
    if (!is_absent(errno)) {
      fail_reading(shown_as, errno);
    }
    return {};
  }
  return as_text(shown_as, read_from(file, shown_as));
}

void DiskFiles::write(const std::string& path, std::string_view content) {
  write_file_atomically(place_of(path), content, path);
}

namespace {

// The mode of the file that is replaced; for a new one, what the umask leaves of 0666.
mode_t mode_for(const fs::path& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) == 0) {
    return status.st_mode & 07777U;
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

using Fill = std::function<void(int descriptor)>;

// Into a pipe or a device: there is nothing to replace.
void write_through(const fs::path& path, const Fill& fill, const std::string& shown_as) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.get() < 0) {
    fail_writing(shown_as, errno);
  }
  fill(file.get());
  if (!file.close()) {
    fail_writing(shown_as, errno);
  }
}

// A temporary file beside the target, synced, then renamed over it.
void replace_file(const fs::path& path, const Fill& fill, const std::string& shown_as) {
  std::string temporary = path.string() + ".XXXXXX";
  Descriptor file(::mkstemp(temporary.data()));
  if (file.get() < 0) {
    fail_writing(shown_as, errno);
  }
  try {
    fill(file.get());
    if (::fchmod(file.get(), mode_for(path)) != 0 || ::fsync(file.get()) != 0 || !file.close() ||
        ::rename(temporary.c_str(), path.c_str()) != 0) {
      fail_writing(shown_as, errno);
    }
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
}

// Bytes for a descriptor, gathered.
class DescriptorBuffer : public std::streambuf {
 public:
  DescriptorBuffer(int descriptor, std::string shown_as)
      : descriptor_(descriptor), shown_as_(std::move(shown_as)), bytes_(chunk_size) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
  }

 protected:
  int sync() override {
    write_all(descriptor_, {pbase(), static_cast<std::size_t>(pptr() - pbase())}, shown_as_);
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    return 0;
  }

  int_type overflow(int_type byte) override {
    sync();
    return traits_type::eq_int_type(byte, traits_type::eof()) ? traits_type::not_eof(byte)
                                                              : sputc(traits_type::to_char_type(byte));
  }

 private:
  int descriptor_;
  std::string shown_as_;
  std::vector<char> bytes_;
};

void write_filled(const fs::path& path, const Fill& fill, const std::string& shown_as) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  const fs::path target = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
  if (fs::exists(target, error) && !fs::is_regular_file(target, error) && !fs::is_directory(target, error)) {
    write_through(target, fill, shown_as);
  } else {
    replace_file(target, fill, shown_as);
  }
}

}  // namespace

void write_file_atomically(const fs::path& path, std::string_view content, const std::string& shown_as) {
  write_filled(path, [&](int descriptor) { write_all(descriptor, content, shown_as); }, shown_as);
}

void write_file_atomically(const fs::path& path, const std::function<void(std::ostream&)>& write,
                           const std::string& shown_as) {
  const auto fill = [&](int descriptor) {
    DescriptorBuffer buffer(descriptor, shown_as);
    std::ostream out(&buffer);
    out.exceptions(std::ios::badbit);  // So that what the buffer throws comes through.
    write(out);
    out.flush();
  };
  write_filled(path, fill, shown_as);
}

}  // namespace promptctl
