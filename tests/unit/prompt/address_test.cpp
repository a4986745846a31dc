#include "prompt/address.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

TEST_CASE("an address names a prompt, and what follows the @ says which content of it") {
  using Kind = Address::Kind;
  const auto [text, kind, reference] = GENERATE(table<std::string, Kind, std::string>({
      {"support/triage", Kind::working_tree, ""},
      {"support/triage@12", Kind::version, "12"},
      {"support/triage@production", Kind::environment, "production"},
      {"support/triage@eu-west_2", Kind::environment, "eu-west_2"},
      {"support/triage@latest", Kind::latest, ""},
      {"support/triage@sha256:ab12", Kind::digest, "ab12"},
      {"support/triage@git:main~2", Kind::revision, "main~2"},
      {"support/triage@git:HEAD@{1}", Kind::revision, "HEAD@{1}"},
  }));
  INFO(text);
  const auto address = find_address(text);
  REQUIRE(address);
  CHECK(*address == Address{"support/triage", kind, reference});
  CHECK(address_text(*address) == text);
  CHECK(find_address("prompts:/" + text) == address);
}

TEST_CASE("what is no address is refused") {
  const std::string text = GENERATE("", "@12", "p@", "p@0", "p@012", "p@-1", "p@1.0", "p@sha256:", "p@sha256:ab1",
                                    "p@sha256:XYZ0", "p@git:", "p@9999999999", "p@a.b", "p@a/b", "p@12a");
  INFO(text);
  CHECK_FALSE(find_address(text));
}

TEST_CASE("the segments of a prompt's name start with a letter") {
  CHECK(is_prompt_name("support/triage"));
  CHECK(is_prompt_name("greeting.formal-2"));
  for (const char* name : {"", "/a", "a/", "a//b", "2fa", "a/2", "_a", "a b", "a/../b", ".a"}) {
    INFO(name);
    CHECK_FALSE(is_prompt_name(name));
  }
}

TEST_CASE("a suite's name may start with a digit, and holds nothing that a terminal or a workflow acts on") {
  for (const char* name : {"triage", "2026-smoke", "support/triage", "a/1.b_c-d"}) {
    CHECK(is_suite_name(name));
  }
  for (const char* name : {"", "a//b", "/a", "a/", "-a", ".a", "a b", "::error::a", "a\x1b[31m", "a\nb", "ü", "a:b"}) {
    CHECK_FALSE(is_suite_name(name));
  }
}
