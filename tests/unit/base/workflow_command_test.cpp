#include "base/workflow_command.hpp"

#include <sstream>
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

// What comes through a guard when the pieces are written one after the other.
std::string guarded(const std::vector<std::string>& pieces, const CommandSpelling& spelling = spelled_in_text) {
  std::ostringstream out;
  GuardedStream stream(out, spelling);
  for (const std::string& piece : pieces) {
    stream << piece;
  }
  stream.flush();
  return out.str();
}

}  // namespace

TEST_CASE("a line that a runner would take for a command is written so that it is none") {
  CHECK(guarded({"::error::x\n"}) == "\\x3a:error::x\n");
  CHECK(guarded({"a\n\t  ::add-mask::x\r\n::b::"}) == "a\n\t  \\x3a:add-mask::x\r\n\\x3a:b::");
  CHECK(guarded({"a\r::error::x"}) == "a\r\\x3a:error::x");
  CHECK(guarded({"\u00A0\u2003\uFEFF::error::x"}) == "\u00A0\u2003\uFEFF\\x3a:error::x");
  CHECK(guarded({"so ##[add-mask]x and ##vso[task.x]y"}) == "so \\x23#[add-mask]x and \\x23#vso[task.x]y");
  CHECK(guarded({"####[group]x"}) == "##\\x23#[group]x");
}

TEST_CASE("what no runner takes for a command passes as it is") {
  for (const char* text : {"", "\n\n", "a::b", ": :x", "## title", "## [x]", "std::string", "#[x]", "\x1b[2m::x"}) {
    CHECK(guarded({text}) == text);
  }
}

TEST_CASE("a command is seen in pieces, across flushes and one byte at a time") {
  CHECK(guarded({"  ", ":", ":error", "::x"}) == "  \\x3a:error::x");
  std::ostringstream out;
  {
    GuardedStream stream(out, spelled_in_text);
    stream << "  " << std::flush << "::error::x" << '\n' << "note: " << std::flush << "::error::x\n";
    for (const char c : std::string("##[group]")) {
      stream.put(c);
    }
  }
  CHECK(out.str() == "  \\x3a:error::x\nnote: ::error::x\n\\x23#[group]");
}

TEST_CASE("each form gives the character back to its readers") {
  CHECK(guarded({R"({"a": "##[error]"})"}, spelled_in_json) == R"({"a": "\u0023#[error]"})");
  CHECK(guarded({"<a>##[error]</a>"}, spelled_in_xml) == "<a>&#35;#[error]</a>");
  CHECK(guarded({"{tag=\"##[a]\"}"}, spelled_in_labels) == "{tag=\"\\\\x23#[a]\"}");
  CHECK(guarded({"::error::x ##[y]"}, spelled_as_meant) == "::error::x ##[y]");
}
