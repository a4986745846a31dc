#pragma once

#include <string>

#include "run/run_record.hpp"
#include "world/sqlite/sqlite.hpp"

// The columns of a result in `.promptctl/runs.db`, in one table: the name and type of each, how it is written and read.
namespace promptctl::result_columns {

int count();

// "error_kind, position, …"
std::string names();

// As CREATE TABLE has them, each ended by a comma.
std::string definitions();

// To the parameters from 0 on.
void bind(SqliteStatement& insert, const CaseResult& result);

CaseResult read(const SqliteStatement& row);

}  // namespace promptctl::result_columns
