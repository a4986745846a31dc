#pragma once

#include <functional>
#include <string>

namespace promptctl {

// Bytes of a file, piece by piece. Each call replaces `chunk` with the next piece, which is not empty, and returns
// true; at the end it returns false. Throws `Failure` when the file can't be read on.
using ByteStream = std::function<bool(std::string& chunk)>;

}  // namespace promptctl
