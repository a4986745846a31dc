#pragma once

#include <functional>
#include <string>
#include <utility>

namespace promptctl {

// Bytes of a file, piece by piece. Each call replaces `chunk` with the next piece, which is not empty, and returns
// true; at the end it returns false. Throws `Failure` when the file can't be read on.
using ByteStream = std::function<bool(std::string& chunk)>;

// The bytes of one text, in one piece.
inline ByteStream stream_of(std::string text) {
  return [text = std::move(text), done = false](std::string& chunk) mutable {
    const bool more = !std::exchange(done, true) && !text.empty();
    chunk = more ? std::move(text) : std::string();
    return more;
  };
}

}  // namespace promptctl
