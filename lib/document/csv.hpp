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

// Reads CSV (RFC 4180: cells in double quotes, `""` inside them, line breaks inside them) record by record, in memory
// bounded by the longest record. Cells are separated by what a first line `sep=;` names; else by commas, or by the
// semicolons or tabs of a first record that has no comma. Blank lines are skipped. Faults (`csv-syntax`,
// `invalid-utf8`) go to `diagnostics`, which must outlive the reader; reading goes on behind a fault of syntax.
class CsvReader {
 public:
  // `text` is what `as_text` gives.
  CsvReader(std::string path, ByteStream text, Diagnostics& diagnostics);

  // False at the end of the file.
  bool next(CsvRecord& record);

 private:
  bool next_raw(std::string& raw);
  bool choose_separator(std::string_view raw);
  void parse(const SourcePointer& source, CsvRecord& record);
  std::size_t parse_plain(std::string_view text, std::size_t at, CsvRecord::Cell& cell);
  std::size_t parse_quoted(const SourcePointer& source, std::string_view text, std::size_t at, CsvRecord::Cell& cell);

  std::string path_;
  ByteStream text_;
  Diagnostics& diagnostics_;
  std::string buffer_;
  std::size_t used_ = 0;
  bool ended_ = false;
  int line_ = 1;
  char separator_ = '\0';  // not known yet
};

}  // namespace promptctl
