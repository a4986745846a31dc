#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/stream.hpp"

namespace promptctl {

// One record of a CSV file.
struct CsvRecord {
  struct Cell {
    std::string text;
    bool quoted = false;
    Location where;
  };
  Location where;
  std::vector<Cell> cells;
};

// Reads CSV (RFC 4180: commas, cells in double quotes, `""` inside them, line breaks inside them; a byte order mark and
// LF line ends are accepted) record by record, in memory bounded by the longest record. Blank lines are skipped. Faults
// (`csv-syntax`, `invalid-utf8`) go to `diagnostics`, which must outlive the reader; reading goes on behind them.
class CsvReader {
 public:
  CsvReader(std::string path, ByteStream bytes, Diagnostics& diagnostics);

  // False at the end of the file.
  bool next(CsvRecord& record);

 private:
  bool next_raw(std::string& raw);
  void parse(const SourcePointer& source, CsvRecord& record);
  std::size_t parse_plain(std::string_view text, std::size_t at, CsvRecord::Cell& cell);
  std::size_t parse_quoted(const SourcePointer& source, std::string_view text, std::size_t at, CsvRecord::Cell& cell);

  std::string path_;
  ByteStream bytes_;
  Diagnostics& diagnostics_;
  std::string buffer_;
  std::size_t used_ = 0;
  bool ended_ = false;
  int line_ = 1;
};

}  // namespace promptctl
