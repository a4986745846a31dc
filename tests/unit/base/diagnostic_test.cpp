#include "base/diagnostic.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/faults.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

TEST_CASE("a fault shows its line, a caret under its column, and a way out") {
  const auto source = source_of("one: 1\ntwö: thrée\n", "a.yaml");
  Diagnostics diagnostics;
  diagnostics.error("unknown-key", locate(source, source->text().find("thr")), "no", "write four");
  CHECK(described(diagnostics) ==
        "a.yaml:2:6: error[unknown-key]: no\n"
        "    twö: thrée\n"
        "         ^\n"
        "  hint: write four\n");
}

TEST_CASE("a long line is cropped around the caret") {
  const std::string filler(200, 'x');
  const auto source = source_of(filler + "HERE" + filler);
  Diagnostics diagnostics;
  diagnostics.warning("w", locate(source, 200), "look");
  CHECK(described(diagnostics) == "file:1:201: warning[w]: look\n    …" + std::string(36, 'x') + "HERE" +
                                      std::string(31, 'x') + "…\n    " + std::string(37, ' ') + "^\n");
}

TEST_CASE("control characters of a user's file can't move the cursor") {
  const auto source = source_of("a\x1b[2Jb\xE2\x80\xAE");
  Diagnostics diagnostics;
  diagnostics.error("e", locate(source, 0), "in \x1b[31m");
  CHECK(described(diagnostics) == "file:1:1: error[e]: in \\x1b[31m\n    a\\x1b[2Jb\\u202e\n    ^\n");
}

TEST_CASE("faults are sorted by path, line and column, and those of one place keep their order") {
  const auto a = source_of("1\n2\n", "a");
  const auto b = source_of("1\n", "b");
  Diagnostics diagnostics;
  diagnostics.error("x", {b, 1, 1}, "fourth");
  diagnostics.error("x", {a, 2, 1}, "second");
  diagnostics.error("x", {a, 2, 1}, "third");
  diagnostics.error("x", {a, 1, 1}, "first");
  std::string order;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    order += diagnostic.message + " ";
  }
  CHECK(order == "first second third fourth ");
}
