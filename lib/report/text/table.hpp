#pragma once

#include <string>
#include <vector>

namespace promptctl {

// What an interval says. `unclear`: it holds 0 (a ratio's: 1), which is no proof that nothing changed.
enum class Direction { worse, unclear, better };

struct TableColumn {
  std::string name;
  bool is_number = false;  // aligned to the right
};

struct TableCell {
  std::string text;
  Direction direction = Direction::unclear;  // for a colour, beside what the text says
};

// A table as every form for people has it. Nothing is escaped: that is for the form that prints it.
struct Table {
  std::vector<TableColumn> columns;          // at least one; the first names the row
  std::vector<std::vector<TableCell>> rows;  // a cell for each column

  // Whether a row has a text there. Forms leave out columns that are empty.
  bool has_text(std::size_t column) const {
    for (const auto& row : rows) {
      if (!row[column].text.empty()) {
        return true;
      }
    }
    return false;
  }
};

}  // namespace promptctl
