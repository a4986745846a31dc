#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "base/stream.hpp"

namespace promptctl {

// What ends the reading of one file of a user's, and of no other: readers report it and go on.
class FileFault : public Failure {
 public:
  using Failure::Failure;
};

// The text that the bytes of a user's file hold, in the one form that is read, sent and digested: line ends are LF, and
// there is no byte order mark. Throws `FileFault` where the file holds something else than what its author wrote:
// UTF-16 or bytes that are no text (`not-text`), what Git LFS, git-annex or git-crypt put in the place of a file
// (`pointer-file`), or both sides of a merge (`merge-conflict`). `path` names the file in faults.
ByteStream as_text(std::string path, ByteStream bytes);

// All of a text; throws `FileFault` (`too-large`) when it is larger than 256 MiB.
std::string whole_text(const ByteStream& text, const std::string& path);

// Throws `FileFault` (`too-large`), at the line where it begins, for a record of a streamed text that is larger than
// 64 MiB. `held` is what of it is in memory so far.
void require_record_size(std::size_t held, const std::string& path, int line);

}  // namespace promptctl
