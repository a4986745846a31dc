#include "report/text/table_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "report/text/layout.hpp"

namespace promptctl {
namespace {

constexpr std::size_t gap = 2;

// One table: which columns, and how wide each is.
struct Block {
  std::vector<std::size_t> columns;
  std::size_t used = 0;
};

struct PaintedText {
  std::string text;
  Ink ink = Ink::plain;
};

class TableLayout {
 public:
  TableLayout(const Table& table, const ReportStyle& style) : table_(table), style_(style) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      widths_.push_back(table.has_text(column) ? width_of(column) : 0);
    }
    widths_[0] = std::min(widths_[0], std::max<std::size_t>(style.width * 2 / 5, 10));
    names_.reserve(table.rows.size());
    for (const auto& row : table.rows) {
      names_.push_back(printable(row.front().text));
    }
    names_ = fitted_names(names_, std::max<std::size_t>(widths_[0], 10));
  }

  std::string text() const {
    std::string text;
    for (const Block& block : blocks()) {
      text += (text.empty() ? "" : "\n") + block_text(block);
    }
    return text;
  }

 private:
  std::size_t width_of(std::size_t column) const {
    std::size_t width = display_width(table_.columns[column].name);
    for (const auto& row : table_.rows) {
      width = std::max(width, display_width(printable(row[column].text)));
    }
    return width;
  }

  std::vector<Block> blocks() const {
    const Block first{{0}, widths_[0] + gap};
    std::vector<Block> blocks{first};
    for (std::size_t column = 1; column < table_.columns.size(); ++column) {
      if (widths_[column] == 0) {
        continue;
      }
      if (blocks.back().used + gap + widths_[column] > style_.width && blocks.back().columns.size() > 1) {
        blocks.push_back(first);
      }
      blocks.back().columns.push_back(column);
      blocks.back().used += gap + widths_[column];
    }
    return blocks;
  }

  std::string block_text(const Block& block) const {
    std::vector<PaintedText> names;
    names.reserve(table_.columns.size());
    for (const TableColumn& column : table_.columns) {
      names.push_back({column.name, Ink::dim});
    }
    std::string text = line(block, names);
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      std::vector<PaintedText> cells;
      cells.reserve(table_.rows[row].size());
      for (const TableCell& cell : table_.rows[row]) {
        cells.push_back({printable(cell.text), ink_of(cell.direction)});
      }
      cells.front().text = names_[row];
      text += line(block, cells);
    }
    return text;
  }

  std::string line(const Block& block, const std::vector<PaintedText>& cells) const {
    std::string text;
    std::string pending;  // Spaces that only stand before something.
    for (const std::size_t column : block.columns) {
      const std::string shown = shorten(cells[column].text, widths_[column]);
      const std::string room(widths_[column] - std::min(widths_[column], display_width(shown)), ' ');
      pending += std::string(gap, ' ') + (table_.columns[column].is_number ? room : "");
      if (!shown.empty()) {
        text += pending + paint(shown, cells[column].ink, style_.color);
        pending.clear();
      }
      pending += table_.columns[column].is_number ? "" : room;
    }
    return text + "\n";
  }

  const Table& table_;
  const ReportStyle& style_;
  std::vector<std::size_t> widths_;  // 0: left out
  std::vector<std::string> names_;   // of the rows, as they fit the first column
};

}  // namespace

std::string table_text(const Table& table, const ReportStyle& style) {
  return table.rows.empty() ? std::string() : TableLayout(table, style).text();
}

Ink ink_of(Direction direction) {
  constexpr std::array<Ink, 3> inks{Ink::red, Ink::plain, Ink::green};
  return inks[static_cast<std::size_t>(direction)];
}

}  // namespace promptctl
