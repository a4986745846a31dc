#pragma once

#include <string>

#include "run/run_record.hpp"
#include "world/sqlite/sqlite.hpp"

// Runs and results as rows of `.promptctl/runs.db` (docs/run-store.md).
namespace promptctl::run_rows {

constexpr int format_version = 4;

// Makes the tables.
extern const std::string schema;

// Comma-separated, in the order in which the functions below bind and read them.
extern const std::string header_columns;
extern const std::string result_columns;
constexpr int header_column_count = 20;
constexpr int result_column_count = 40;

// "?, ?, ?"
std::string parameter_marks(int count);

void bind_header(SqliteStatement& insert, const RunHeader& header);
RunHeader read_header(const SqliteStatement& row);

// `insert` takes the result's columns and, last, the run.
void bind_result(SqliteStatement& insert, const std::string& run, const CaseResult& result);
CaseResult read_result(const SqliteStatement& row);

}  // namespace promptctl::run_rows
