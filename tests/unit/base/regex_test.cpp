#include "base/regex.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using namespace promptctl;

namespace {

using Outcome = Match::Outcome;

Regex compiled(std::string_view pattern, const RegexOptions& options = {}) {
  auto regex = Regex::compile(pattern, options);
  INFO(pattern);
  REQUIRE(std::holds_alternative<Regex>(regex));
  return std::get<Regex>(regex);
}

bool found(std::string_view pattern, std::string_view subject, const RegexOptions& options = {}) {
  return compiled(pattern, options).search(subject).matched();
}

std::vector<std::string> all_matches(std::string_view pattern, std::string_view subject) {
  std::vector<std::string> matches;
  compiled(pattern).each_match(subject, [&](const Match& match) { matches.emplace_back(*match.groups[0]); });
  return matches;
}

}  // namespace

TEST_CASE("a pattern that can't be compiled says why and where") {
  const auto regex = Regex::compile("ab(c");
  const auto* error = std::get_if<RegexError>(&regex);
  REQUIRE(error != nullptr);
  CHECK(error->message == "missing closing parenthesis");
  CHECK(error->offset == 4);
  CHECK(std::holds_alternative<RegexError>(Regex::compile("\xff")));
}

TEST_CASE("a match has its place and its groups") {
  const Match match = compiled("(\\d+)-(x)?(?<word>[a-z]+)").search("…12-ab!");
  REQUIRE(match.matched());
  CHECK(match.begin == 3);
  CHECK(match.end == 8);
  REQUIRE(match.groups.size() == 4);
  CHECK(match.groups[0] == "12-ab");
  CHECK(match.groups[1] == "12");
  CHECK_FALSE(match.groups[2].has_value());
  CHECK(match.groups[3] == "ab");
  CHECK(compiled("(a)(b)|c").groups() == 2);
}

TEST_CASE("patterns mean what they mean in ECMAScript") {
  CHECK_FALSE(found("a$", "a\n"));
  CHECK(found("^a$", "a"));
  CHECK_FALSE(found("^\\d$", "٣"));
  CHECK_FALSE(found("^\\w$", "é"));
  CHECK(found("^.$", "é"));
  CHECK(found("^\\u00e9\\u{1F600}$", "é😀"));
  CHECK(found("^\\p{L}+$", "über"));
  CHECK(found("a[^]b", "a\nb"));
  CHECK_FALSE(found("[]", "a"));
  CHECK(found("(?<=\\$)5", "$5"));
  CHECK(found("(a)?\\1b", "b"));
}

TEST_CASE("options and the inline flag ignore case, take lines, and let the dot match line breaks") {
  CHECK(found("(?i)STRASSE|ÄRGER", "ärger"));
  CHECK(found("ÄRGER", "ärger", {.ignore_case = true}));
  CHECK(found("^b$", "a\nb\nc", {.multiline = true}));
  CHECK_FALSE(found("^b$", "a\nb\nc"));
  CHECK(found("a.b", "a\nb", {.dot_all = true}));
  CHECK_FALSE(found("a.b", "a\nb"));
}

TEST_CASE("a search may start inside the subject and still sees what stands before") {
  const Regex regex = compiled("\\bb");
  CHECK_FALSE(regex.search("ab", 1).matched());
  CHECK(regex.search("a b", 1).begin == 2);
  CHECK_FALSE(regex.search("b", 2).matched());
}

TEST_CASE("every match is visited once, empty ones too") {
  CHECK(all_matches("a+", "aa b aaa") == std::vector<std::string>{"aa", "aaa"});
  CHECK(all_matches("x*", "éx") == std::vector<std::string>{"", "x", ""});
  CHECK(all_matches("$", "") == std::vector<std::string>{""});
  CHECK(all_matches("(?=(.))", "ab").size() == 2);
  CHECK(all_matches("z", "abc").empty());
}

TEST_CASE("a subject that is not UTF-8 is searched all the same, with its own offsets") {
  const Match match = compiled("b").search(
      "\xff\xc3"
      "b\x80");
  REQUIRE(match.matched());
  CHECK(match.begin == 2);
  CHECK(compiled("^..b.$")
            .search("\xff\xc3"
                    "b\x80")
            .groups[0] ==
        "\xff\xc3"
        "b\x80");
}

TEST_CASE("a pattern that asks for too much work is given up, not taken for one that does not match") {
  const std::string many(30'000, 'a');
  CHECK(compiled("(a+)+$").search(many + "!").outcome == Outcome::limit);
  CHECK(compiled("(a|aa)+$").search(many + "!").outcome == Outcome::limit);
  CHECK(compiled("(?:a|b)*[cd]").search(many).outcome == Outcome::limit);
  CHECK(compiled("(?:a|b)*[cd]").search(many + many).outcome == Outcome::limit);
  CHECK(compiled("(a+)+$").each_match(many + "!", [](const Match&) {}) == Outcome::limit);
  CHECK(compiled("^(a|b)*$").search(many + many).outcome == Outcome::matched);
}
