#include "score/written_number.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace promptctl;

namespace {

// "none" where there is no number, "?" where it can be read in more than one way.
std::string last_of(std::string_view text, DecimalMark mark = DecimalMark::point) {
  const WrittenNumber number = last_number(text, mark);
  return number.written.empty() ? "none" : number.value ? number.value->text() : "?";
}

std::string whole(std::string_view text, DecimalMark mark = DecimalMark::point) {
  const auto number = whole_number(text, mark);
  return number ? number->text() : "none";
}

struct Row {
  const char* text;
  const char* wanted;
};

}  // namespace

TEST_CASE("the last number of a text, as people write numbers") {
  for (const Row& row : {Row{"18", "18"},
                         Row{"It is 18.", "18"},
                         Row{"1,234.50", "1234.5"},
                         Row{"1,234,567", "1234567"},
                         Row{"-7", "-7"},
                         Row{"−7", "-7"},
                         Row{"$-5", "-5"},
                         Row{"-$5", "-5"},
                         Row{"$1,000 and €2.50", "2.5"},
                         Row{"10-3", "3"},
                         Row{"(2)-3", "3"},
                         Row{"- 5 apples", "5"},
                         Row{"=-129025", "-129025"},
                         Row{"6e3", "6000"},
                         Row{"1.5E-2", "0.015"},
                         Row{"1e+2", "100"},
                         Row{".5", "0.5"},
                         Row{"Rs.500", "500"},
                         Row{"5%", "5"},
                         Row{"5kg", "5"},
                         Row{"Q4", "none"},
                         Row{"GPT-4", "4"},
                         Row{"007", "7"},
                         Row{"0", "0"},
                         Row{"**42**", "42"},
                         Row{"\\boxed{42}", "42"},
                         Row{"none", "none"},
                         Row{"", "none"}}) {
    INFO(row.text);
    CHECK(last_of(row.text) == row.wanted);
  }
}

TEST_CASE("a number is read whole, however its digits are grouped and in whatever script they are") {
  for (const Row& row : {Row{"7{,}250", "7250"},
                         Row{"7\\,250", "7250"},
                         Row{"1,\\!234", "1234"},
                         Row{"1'234'567", "1234567"},
                         Row{"1’234’567.5", "1234567.5"},
                         Row{"1\u00a0234", "1234"},
                         Row{"12\u202f345", "12345"},
                         Row{"₹1,00,000", "100000"},
                         Row{"12,34,567", "1234567"},
                         Row{"１２３", "123"},
                         Row{"１，２３４．５", "1234.5"},
                         Row{"٤٢", "42"},
                         Row{"१२३", "123"},
                         Row{"1/2", "0.5"},
                         Row{"-3/4", "-0.75"},
                         Row{"1/3", "1/3"},
                         Row{"1 1/2", "1.5"},
                         Row{"½", "0.5"},
                         Row{"2½", "2.5"},
                         Row{"\\frac{3}{4}", "0.75"},
                         Row{"9007199254740993", "9007199254740993"},
                         Row{"0.1000000000000000055", "0.1000000000000000055"}}) {
    INFO(row.text);
    CHECK(last_of(row.text) == row.wanted);
  }
}

TEST_CASE("what can be read in more than one way, or is a part of something larger, is no number") {
  for (const char* text :
       {"1,5",       "12,34",     "1,2345",    "0,250",          "1,2,3",     "1 234",  "1.234.567",
        "1.2.3",     "10:30",     "3:1",       "2024-05-01",     "1/2/2024",  "5/10.5", "1/0",
        "2^10",      "10⁵",       "3 × 10^5",  "3\\cdot 10^{5}", "5k",        "1.2M",   "3bn",
        "5 million", "2 hundred", "1.5 dozen", "0x1F",           "\\sqrt{2}", "√2",     "\\frac{x}{2}",
        "1,234'567", "12,3456",   "1e5000",    "5 100,200.5.1",  "x^{2}"}) {
    INFO(text);
    CHECK(last_of(text) == "?");
  }
}

TEST_CASE("with a decimal comma, the point and the space group digits") {
  for (const Row& row : {Row{"1,5", "1.5"}, Row{"1.234,50", "1234.5"}, Row{"1 234 567,8", "1234567.8"},
                         Row{"1.234", "1234"}, Row{"-0,25", "-0.25"}, Row{"1.5", "?"}, Row{"1,234,567", "?"}}) {
    INFO(row.text);
    CHECK(last_of(row.text, DecimalMark::comma) == row.wanted);
  }
}

TEST_CASE("a text that is a number and nothing else") {
  CHECK(whole(" 70,000 ") == "70000");
  CHECK(whole("-$3.50") == "-3.5");
  CHECK(whole("3 apples") == "none");
  CHECK(whole("12,34") == "none");
  CHECK(whole("12,34", DecimalMark::comma) == "12.34");
  CHECK(whole("") == "none");
}

TEST_CASE("two numbers are compared without rounding") {
  const auto number = [](const char* literal) { return *ExactNumber::parse(literal); };
  CHECK_FALSE(number("9007199254740993").is_within(number("0"), number("9007199254740992")));
  CHECK(number("0.3").is_within(number("0.1"), number("0.2")));
  CHECK(number("0.3").is_within(number("0.1"), number("0.4")));
  CHECK_FALSE(number("0.30000000000000001").is_within(number("0.1"), number("0.2")));
  CHECK(number("-1e3").is_negative());
  CHECK(number("1e-3").text() == "0.001");
  CHECK(number("12.50").text() == "12.5");
  CHECK_FALSE(ExactNumber::parse("Infinity"));
  CHECK_FALSE(ExactNumber::parse("1e9999"));
  CHECK_FALSE(ExactNumber::parse(std::string(10001, '9')));
}
