#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "ports/files.hpp"
#include "ports/repository.hpp"

namespace promptctl {

// The files below one folder of the disk. Remembers what was read.
class DiskFiles : public Files {
 public:
  explicit DiskFiles(std::filesystem::path root) : root_(std::move(root)), files_read_(std::make_shared<FilesRead>()) {}

  void write(const std::string& path, std::string_view content) override;

  // Where `write` puts a file of this path. Throws `FileFault` where a link on the way leads out.
  std::filesystem::path place_of(const std::string& path) const { return root_ / beneath(path); }

  // Every file that was read to its end so far, or looked for in vain.
  const FilesRead& files_read() const { return *files_read_; }

 protected:
  Kind kind(const std::string& path) const override;
  std::string link_target(const std::string& path) const override;
  std::vector<Entry> entries(const std::string& folder) const override;
  std::optional<FileBytes> open_file(const std::string& path) const override;
  std::optional<FileBytes> watched(const std::string& path, std::optional<FileBytes> file) const override;

 private:
  std::filesystem::path root_;
  std::shared_ptr<FilesRead> files_read_;  // shared with streams
};

// The text of a file that the user names on the command line: of any path, pipes too, links followed. Empty when there
// is none. Throws `Failure` when the system refuses to read it, `FileFault` as `Files::open` does. `shown_as` names it
// there.
ByteStream open_named_file(const std::filesystem::path& path, const std::string& shown_as);

// Writes a file of any path at once, as `Files::write` does; `shown_as` names it in a `Failure`. A link's target is
// replaced and not the link; the mode of a file that is replaced is kept; pipes and devices are written to.
void write_file_atomically(const std::filesystem::path& path, std::string_view content, const std::string& shown_as);

// The same with what `write` writes, which is not held in memory. Whatever it throws comes through, and nothing is
// written.
void write_file_atomically(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write,
                           const std::string& shown_as);

}  // namespace promptctl
