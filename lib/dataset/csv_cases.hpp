#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/csv.hpp"
#include "document/record_source.hpp"

namespace promptctl {

// The cases of a CSV file. The first record names the columns. `id`, `expected` and the other keys of a case mean what
// they mean in JSON; `tags` are separated by semicolons; every other column, and every one written `vars.NAME`, is a
// variable of text, and one written `NAME:json` a variable of any kind. An empty cell that is not quoted gives no key
// of a case, and one of JSON no variable; a row of nothing but such cells is no case, and a column of them may be
// without a name. A fault in the first record ends the reading.
class CsvCases : public RecordSource {
 public:
  // `text` is what `as_text` gives. `diagnostics` must outlive this.
  CsvCases(std::string path, ByteStream text, Diagnostics& diagnostics);

  bool next(Value& record) override;

 private:
  struct Column {
    enum class Kind { unnamed, key, text, json };
    Kind kind = Kind::unnamed;
    std::string name;
  };

  Column read_column(const CsvRecord::Cell& cell);
  bool fits(const CsvRecord& row);
  Value as_record(const CsvRecord& row);
  void add_cell(const Column& column, const CsvRecord::Cell& cell, Value& record, Value& vars);

  CsvReader reader_;
  Diagnostics& diagnostics_;
  std::vector<Column> columns_;  // none after a fault in the first record
};

}  // namespace promptctl
