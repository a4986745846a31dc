#pragma once

#include <string>

#include "report/text/layout.hpp"
#include "report/text/report_style.hpp"
#include "report/text/table.hpp"

namespace promptctl {

// A table for reading in a terminal, indented by two. Columns that the width has no room for follow in a table below,
// which repeats the first.
std::string table_text(const Table& table, const ReportStyle& style);

// Of what is told apart by colour, beside its words.
Ink ink_of(Direction direction);

}  // namespace promptctl
