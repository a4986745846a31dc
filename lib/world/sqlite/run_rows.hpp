#pragma once

#include <string>

#include "run/run_record.hpp"
#include "world/sqlite/sqlite.hpp"

// Runs as rows of `.promptctl/runs.db` (docs/run-store.md).
namespace promptctl::run_rows {

constexpr int format_version = 6;

// Makes the tables.
std::string schema();

// Comma-separated, in the order in which the functions below bind and read them.
extern const std::string header_columns;
constexpr int header_column_count = 20;

// "?, ?, ?"
std::string parameter_marks(int count);

void bind_header(SqliteStatement& insert, const RunHeader& header);
RunHeader read_header(const SqliteStatement& row);

}  // namespace promptctl::run_rows
