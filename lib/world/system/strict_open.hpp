#pragma once

#include <filesystem>
#include <string>

#include "world/system/descriptor.hpp"

namespace promptctl {

// Opens what stands at `path` below `root`. No link below `root` is followed, not even one that appears while this
// runs; nor are `.` and `..`. None, with `errno` set, where nothing is, a link is on the way, or the system refuses. A
// pipe is opened without waiting for its other end.
Descriptor open_strictly(const std::filesystem::path& root, const std::string& path, int flags);

// Whether `errno` says that nothing stands there, or a link does: no refusal.
bool is_absent(int error);

}  // namespace promptctl
