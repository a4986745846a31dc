#include "report/text/csv_text.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("a cell of a table for spreadsheets is neither a formula nor a command, and moves no cursor") {
  CHECK(csv_cell("") == "\"\"");
  CHECK(csv_cell("say \"hi\"") == "\"say \"\"hi\"\"\"");
  CHECK(csv_cell("=1+1") == "\"'=1+1\"");
  CHECK(csv_cell("one\r\ntwo\tthree\n") == "\"one\ntwo\tthree\n\"");
  CHECK(csv_cell("\x1b[2Jx\ry") == "\"\\x1b[2Jx\\ry\"");
  CHECK(csv_cell("::a") == "\"::a\"");
  CHECK(csv_cell("one\n::error::x\n  ##[error]y\n\t::z") == "\"one\n\\x3a:error::x\n  \\x23#[error]y\n\t\\x3a:z\"");
}
