#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "base/stream.hpp"
#include "document/value.hpp"

namespace promptctl {

// Reads JSONL: a JSON value a line, in memory bounded by the longest line. Empty lines are skipped; a line that is no
// JSON is reported and left out. `diagnostics` must outlive the reader.
class JsonLines {
 public:
  // `text` is what `as_text` gives.
  JsonLines(std::string path, ByteStream text, Diagnostics& diagnostics);

  // False at the end.
  bool next(Value& value);

 private:
  bool next_line(std::string& line);

  std::string path_;
  ByteStream text_;
  Diagnostics& diagnostics_;
  std::string buffer_;
  std::size_t used_ = 0;
  int line_ = 0;
};

}  // namespace promptctl
