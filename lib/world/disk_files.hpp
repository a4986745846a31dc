#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "ports/files.hpp"

namespace promptctl {

// The files below one folder of the disk.
class DiskFiles : public Files {
 public:
  explicit DiskFiles(std::filesystem::path root) : root_(std::move(root)) {}

  std::optional<std::string> read(const std::string& path) const override;
  ByteStream open(const std::string& path) const override;
  std::vector<std::string> list(const std::string& folder) const override;
  void write(const std::string& path, std::string_view content) override;

 private:
  std::filesystem::path root_;
};

// Writes a file of any path at once, as `Files::write` does; `shown_as` names it in a `Failure`. A link's target is
// replaced and not the link; the mode of a file that is replaced is kept; pipes and devices are written to.
void write_file_atomically(const std::filesystem::path& path, std::string_view content, const std::string& shown_as);

// The same with what `write` writes, which is not held in memory. Whatever it throws comes through, and nothing is
// written.
void write_file_atomically(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write,
                           const std::string& shown_as);

}  // namespace promptctl
