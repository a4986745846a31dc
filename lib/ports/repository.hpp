#pragma once

#include <optional>
#include <string>

namespace promptctl {

// What git says about the folder a registry is in.
struct SourceState {
  std::string commit;  // full hex id of HEAD; empty before the first commit
  bool dirty = false;  // tracked files differ from HEAD, or there are untracked files that are not ignored
};

class Repository {
 public:
  virtual ~Repository() = default;

  // None outside a git repository.
  virtual std::optional<SourceState> state() const = 0;
};

}  // namespace promptctl
