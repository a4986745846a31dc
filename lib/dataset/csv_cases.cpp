#include "dataset/csv_cases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "document/json.hpp"

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 8> keys{"id",       "expected",  "tags",        "group",
                                               "critical", "threshold", "description", "output"};

bool is_blank(const CsvRecord::Cell& cell) {
  return cell.text.empty() && !cell.quoted;
}

Value tags_value(const CsvRecord::Cell& cell) {
  Value tags = list_value({});
  for (const std::string_view tag : split(cell.text, ';')) {
    tags.items.push_back(text_value(trim(tag)));
    tags.items.back().where = cell.where;
  }
  return tags;
}

// Spreadsheets write TRUE and FALSE, in the language of whoever saves. What is no boolean stays text, which is a fault.
Value key_value(std::string_view key, const CsvRecord::Cell& cell) {
  if (key == "tags") {
    return tags_value(cell);
  }
  const std::string word = lower_ascii(trim(cell.text));
  if (key == "critical" && (word == "true" || word == "false")) {
    return boolean_value(word == "true");
  }
  if (key == "threshold" && parse_number(cell.text)) {
    return number_value(cell.text);
  }
  return text_value(cell.text);
}

void add(Value& map, const std::string& name, const Location& where, Value value) {
  value.where = where;
  map.fields.push_back({name, where, std::move(value)});
}

}  // namespace

CsvCases::CsvCases(std::string path, ByteStream text, Diagnostics& diagnostics)
    : reader_(std::move(path), std::move(text), diagnostics), diagnostics_(diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  CsvRecord header;
  reader_.next(header);
  std::set<std::string> variables;
  std::set<std::string> keys_seen;
  for (const CsvRecord::Cell& cell : header.cells) {
    if (diagnostics.errors() != errors_before) {
      break;
    }
    columns_.push_back(read_column(cell));
    const Column& column = columns_.back();
    std::set<std::string>& seen = column.kind == Column::Kind::key ? keys_seen : variables;
    if (column.kind != Column::Kind::unnamed && !seen.insert(column.name).second) {
      diagnostics.error("duplicate-key", cell.where, fmt::format("two columns are called `{}`", column.name));
    }
  }
  if (diagnostics.errors() != errors_before) {
    columns_.clear();
  }
}

CsvCases::Column CsvCases::read_column(const CsvRecord::Cell& cell) {
  constexpr std::string_view prefix = "vars.";
  constexpr std::string_view json_suffix = ":json";
  std::string_view name = cell.quoted ? std::string_view(cell.text) : trim(cell.text);
  if (name.empty()) {
    return {};
  }
  if (std::find(keys.begin(), keys.end(), name) != keys.end()) {
    return {Column::Kind::key, std::string(name)};
  }
  const bool json = name.ends_with(json_suffix);
  name.remove_suffix(json ? json_suffix.size() : 0);
  name.remove_prefix(name.starts_with(prefix) ? prefix.size() : 0);
  if (name.empty() || name.find_first_of(";\t") != std::string_view::npos) {
    diagnostics_.error("csv-syntax", cell.where, fmt::format("`{}` can't be the name of a column", cell.text),
                       "where cells are separated by something else than commas, let the first line say so: sep=;");
  }
  return {json ? Column::Kind::json : Column::Kind::text, std::string(name)};
}

bool CsvCases::next(Value& record) {
  CsvRecord row;
  while (!columns_.empty() && reader_.next(row)) {
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(), is_blank);
    if (blank || !fits(row)) {
      continue;
    }
    const std::size_t errors_before = diagnostics_.errors();
    record = as_record(row);
    if (diagnostics_.errors() == errors_before) {
      return true;
    }
  }
  return false;
}

// Cells beyond the header's must be blank: spreadsheets write such.
bool CsvCases::fits(const CsvRecord& row) {
  const std::size_t wanted = columns_.size();
  const bool surplus = row.cells.size() > wanted &&
                       !std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(wanted), row.cells.end(), is_blank);
  if (surplus || row.cells.size() < wanted) {
    diagnostics_.error("csv-syntax", row.where,
                       fmt::format("the row has {}, the header {}", counted(row.cells.size(), "cell"), wanted));
    return false;
  }
  return true;
}

void CsvCases::add_cell(const Column& column, const CsvRecord::Cell& cell, Value& record, Value& vars) {
  switch (column.kind) {
    case Column::Kind::unnamed:
      if (!is_blank(cell)) {
        diagnostics_.error("csv-syntax", cell.where, "the column of this cell has no name");
      }
      break;
    case Column::Kind::key:
      if (!is_blank(cell)) {
        add(record, column.name, cell.where, key_value(column.name, cell));
      }
      break;
    case Column::Kind::text:
      add(vars, column.name, cell.where, text_value(cell.text));
      break;
    case Column::Kind::json:
      if (trim(cell.text).empty()) {
        break;
      }
      if (auto value = parse_json(cell.text)) {
        add(vars, column.name, cell.where, std::move(*value));
      } else {
        diagnostics_.error("json-syntax", cell.where, fmt::format("`{}` is no JSON", cell.text));
      }
  }
}

Value CsvCases::as_record(const CsvRecord& row) {
  Value record = map_value();
  Value vars = map_value();
  record.where = vars.where = row.where;
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    add_cell(columns_[at], row.cells[at], record, vars);
  }
  add(record, "vars", row.where, std::move(vars));
  return record;
}

}  // namespace promptctl
