#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace promptctl {

// The bytes of a file, as names of them; empty where there was no file.
struct FileName {
  std::string blob;    // the id of git's blob with these bytes
  std::string sha256;  // as Git LFS names them
};

// Files of a registry that were read, by path.
using FilesRead = std::map<std::string, FileName>;

// What git says about files that were read.
struct SourceState {
  std::string commit;                // full hex id of HEAD; empty before the first commit
  std::vector<std::string> changed;  // paths, sorted, that HEAD does not have or has with other text
};

class Repository {
 public:
  virtual ~Repository() = default;

  // None outside a git repository, and in one whose format can't be read here. Without a commit nothing has changed.
  virtual std::optional<SourceState> state(const FilesRead& files) const = 0;
};

}  // namespace promptctl
