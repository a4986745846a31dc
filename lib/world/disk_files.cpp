#include "world/disk_files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <memory>
#include <ostream>
#include <streambuf>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "world/descriptor.hpp"

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

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

}  // namespace

std::optional<std::string> DiskFiles::read(const std::string& path) const {
  const ByteStream bytes = open(path);
  if (!bytes) {
    return std::nullopt;
  }
  std::string text;
  for (std::string chunk; bytes(chunk);) {
    text += chunk;
  }
  return text;
}

ByteStream DiskFiles::open(const std::string& path) const {
  const auto file = std::make_shared<Descriptor>(::open((root_ / path).c_str(), O_RDONLY | O_CLOEXEC));
  if (file->get() < 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      return {};
    }
    fail_reading(path, errno);
  }
  return [file, path](std::string& chunk) {
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

std::vector<std::string> DiskFiles::list(const std::string& folder) const {
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator next(root_ / folder, fs::directory_options::follow_directory_symlink, error);
  for (; !error && next != fs::recursive_directory_iterator(); next.increment(error)) {
    if (is_hidden(next->path())) {
      next.disable_recursion_pending();
    } else if (next->is_regular_file(error)) {
      paths.push_back(next->path().lexically_relative(root_).generic_string());
    }
  }
  if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory) {
    fail_reading(folder, error.value());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void DiskFiles::write(const std::string& path, std::string_view content) {
  write_file_atomically(root_ / path, content, path);
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
