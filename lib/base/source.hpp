#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace promptctl {

// A part of a text, in bytes.
struct Span {
  std::size_t start = 0;
  std::size_t size = 0;

  bool operator==(const Span&) const = default;
};

// The text of one file of a user's, or of one line of a streamed one. Locations share it, so that a fault found late
// can still show the line it stands on.
class Source {
 public:
  // `first_line` is the number of the text's first line in the file named by `path`. Of the text, `hidden` is read as
  // all else and never shown.
  Source(std::string path, std::string text, int first_line = 1, std::vector<Span> hidden = {});

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  int first_line() const { return first_line_; }

  // The line with this number, less its line break; empty when the text has no such line.
  std::string_view line(int number) const;

  // The same for people to see: every hidden byte is an `x`.
  std::string shown_line(int number) const;

 private:
  std::string path_;
  std::string text_;
  int first_line_;
  std::vector<Span> hidden_;
};

using SourcePointer = std::shared_ptr<const Source>;

// A place in a file. Lines and columns start at 1; 0 means "not known". A column counts bytes.
struct Location {
  SourcePointer source;
  int line = 0;
  int column = 0;

  // Empty when the place is in no file.
  std::string_view path() const;
};

// The place of a byte of `source`'s text; past its end, the place just after the last byte.
Location locate(const SourcePointer& source, std::size_t offset);

// A place that names a file as a whole, and nothing of its text.
Location whole_file(std::string path);

}  // namespace promptctl
