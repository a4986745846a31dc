#pragma once

#include <filesystem>
#include <string>

#include "world/system/descriptor.hpp"

namespace promptctl {

// Makes this process the one that writes to a run, until it is destroyed. The kernel gives the lock up with the
// process, however that ends.
class RunLock {
 public:
  // `folder` is made where it is missing. Throws `Failure` (`run-in-progress`), with the process's number, when another
  // one writes to the run, and (`unwritable-file`) when the lock can't be kept.
  RunLock(const std::filesystem::path& folder, const std::string& run);
  ~RunLock();
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;

  const std::string& run() const { return run_; }

 private:
  bool try_to_lock();

  std::filesystem::path path_;
  std::string run_;
  Descriptor file_{-1};
};

}  // namespace promptctl
