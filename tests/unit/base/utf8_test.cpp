#include "base/utf8.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("invalid bytes are found and repaired one by one") {
  CHECK_FALSE(find_invalid_utf8("grün 日本 👩‍👩‍👧"));
  CHECK(find_invalid_utf8("ab\xFF") == 2);
  CHECK(find_invalid_utf8("\xC3") == 0);
  CHECK(repair_utf8("a\xFF\xC3z") == "a\xEF\xBF\xBD\xEF\xBF\xBDz");
}

TEST_CASE("width counts grapheme clusters as a terminal shows them") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("👩‍👩‍👧") == 2);
}

TEST_CASE("text is shortened between grapheme clusters") {
  CHECK(shorten("abcdef", 6) == "abcdef");
  CHECK(shorten("abcdef", 4) == "abc…");
  CHECK(shorten("日本語", 4) == "日…");
  CHECK(tail("日本語", 4) == "本語");
}

TEST_CASE("normal forms and case folding make different spellings one") {
  CHECK(normalized("e\xCC\x81") == "é");
  CHECK(case_folded("STRASSE ÄÉ") == case_folded("Straße äé"));
}

TEST_CASE("what is printed moves no cursor, and is no command of a workflow that shows it") {
  CHECK(printable("a\x1b[31m\r\n") == "a\\x1b[31m\\r\\n");
  CHECK(printable("::error::x") == "\\x3a:error::x");
  CHECK(printable("  ::set-output name=x::") == "  \\x3a:set-output name=x::");
  CHECK(printable("##[error]x") == "\\x23#[error]x");
  CHECK(printable("so ##[error]x, ###vso[task]y") == "so \\x23#[error]x, #\\x23#vso[task]y");
  CHECK(printable("a::b") == "a::b");
  CHECK(printable("## 1 [a]") == "## 1 [a]");
  CHECK(printable(": :") == ": :");
  CHECK(printable("   ") == "   ");
}
