#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/stream.hpp"

namespace promptctl {

// The bytes of one file.
struct FileBytes {
  ByteStream next;
  std::uintmax_t size = 0;
};

// The files of a registry: of a folder, of a commit, of a version. Paths are relative to its root, with forward
// slashes. What is read is the user's text (see `as_text`), of regular files only, and nothing outside the root: links
// are followed as far as they stay beneath it. An implementation says what is where, and what a link names; these rules
// are kept here.
class Files {
 public:
  virtual ~Files() = default;

  // A file's text; null when there is none, and after a `FileFault` in it, which is reported. Throws `Failure` when the
  // system refuses to read it.
  SourcePointer read(const std::string& path, Diagnostics& faults) const;

  // The same piece by piece, for files of any size; an empty function when there is no such file. A `FileFault` is
  // thrown, here or from a piece.
  ByteStream open(const std::string& path) const;

  // Whether there is something under this name: a file, a folder, or a link, wherever it leads.
  bool has(const std::string& path) const;

  // Every file below `folder`, sorted; none when there is no such folder. Hidden files and folders are left out. What
  // can't be followed (a link out of the root, to nothing, in a circle) is listed, and reported: to read it is a fault.
  // A folder is gone through once, under its own name where it has one below `folder`.
  std::vector<std::string> list(const std::string& folder, Diagnostics& faults) const;

  // The whole file at once: readers see the old content or the new, never a part. Makes missing folders.
  virtual void write(const std::string& path, std::string_view content) = 0;

  enum class Kind { none, file, folder, link, other };

 protected:
  struct Entry {
    std::string name;
    Kind kind = Kind::none;
  };

  // The paths that these are given are without `.` and `..`; "" is the root. No link on the way is followed: what is
  // behind one is not there.
  virtual Kind kind(const std::string& path) const = 0;
  virtual std::string link_target(const std::string& path) const = 0;
  virtual std::vector<Entry> entries(const std::string& folder) const = 0;

  // None when there is no file, and when a link must be followed to reach it. Throws `FileFault` (`not-a-file`) for
  // what is neither file, folder nor link.
  virtual std::optional<FileBytes> open_file(const std::string& path) const = 0;

  // The path without links that leads where `path` does; what is there need not exist, unless a link leads to it.
  // Throws `FileFault` (`outside-registry`, `bad-link`).
  std::string beneath(const std::string& path) const;

  // Sees the bytes of every file that is opened, by the name it was asked for; none when there is no such file.
  virtual std::optional<FileBytes> watched(const std::string& path, std::optional<FileBytes> file) const;

 private:
  class Way;
  class Listing;
};

}  // namespace promptctl
