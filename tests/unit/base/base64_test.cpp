#include "base/base64.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("base64: bytes and their text, as RFC 4648 has them") {
  const auto [bytes, text] = GENERATE(table<std::string, std::string>({{"", ""},
                                                                       {"f", "Zg=="},
                                                                       {"fo", "Zm8="},
                                                                       {"foo", "Zm9v"},
                                                                       {"foob", "Zm9vYg=="},
                                                                       {"fooba", "Zm9vYmE="},
                                                                       {"foobar", "Zm9vYmFy"},
                                                                       {"\xff\xfe\xfb", "//77"}}));
  CHECK(base64(bytes) == text);
  CHECK(base64_bytes(text) == bytes);
}

TEST_CASE("base64: a text that is not what was written is none") {
  const std::string text =
      GENERATE("Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zg==Zg==", "Zm9v\n", "Zm 9v", "====", "Zm9_", "=Zm9");
  CAPTURE(text);
  CHECK(base64_bytes(text) == std::nullopt);
}
