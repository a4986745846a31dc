#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/stream.hpp"

namespace promptctl {

// The files of a registry. Paths are relative to its root, with forward slashes.
class Files {
 public:
  virtual ~Files() = default;

  // None when there is no such file; throws `Failure` when it can't be read.
  virtual std::optional<std::string> read(const std::string& path) const = 0;

  // As `read`, piece by piece; an empty function when there is no such file.
  virtual ByteStream open(const std::string& path) const = 0;

  // Every file below `folder`, sorted; none when there is no such folder. Hidden folders are left out.
  virtual std::vector<std::string> list(const std::string& folder) const = 0;

  // The whole file at once: readers see the old content or the new, never a part. Makes missing folders.
  virtual void write(const std::string& path, std::string_view content) = 0;
};

}  // namespace promptctl
