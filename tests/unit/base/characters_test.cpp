#include "base/characters.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("text is blank where a reader sees nothing") {
  for (const char* text : {"", " \t\n", "\u200b", "\u00ad", "\ufe0f", "\u3164", "\u0300", "\u17b4", "\u180b", "\ufffc",
                           "\ufffd", "\ue000", " \u0301\u200d "}) {
    CHECK(is_blank(text));
  }
  for (const char* text : {"a", "é", "e\u0301", "นี้", ".", "¡", "한", "🙂", "0"}) {
    CHECK_FALSE(is_blank(text));
  }
}
