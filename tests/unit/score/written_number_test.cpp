#include "score/written_number.hpp"

#include <string>
#include <variant>

#include "base/regex.hpp"
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

// Of what the first group of `pattern` takes out of `text`; "part of …" where that is a part of a number.
std::string taken(const char* pattern, std::string_view text) {
  const Match match = std::get<Regex>(Regex::compile(pattern)).search(text);
  const auto begin = static_cast<std::size_t>(match.groups.at(1)->data() - text.data());
  const Excerpt excerpt{{begin, begin + match.groups[1]->size()}, {match.begin, match.end}};
  const WrittenNumber number = last_number(text, excerpt);
  return number.is_cut ? "part of " + number.written : number.value ? number.value->text() : "?";
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
                         Row{"10-3", "?"},
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

TEST_CASE("no piece of what is written as one is taken for the number") {
  for (const Row& row : {Row{"Rs1,200", "1200"},
                         Row{"Total: USD1,234.50", "1234.5"},
                         Row{"RM1,200", "1200"},
                         Row{"CHF1'200", "1200"},
                         Row{"EUR1.5", "1.5"},
                         Row{"SEK1 200", "?"},
                         Row{"10 200,500", "?"},
                         Row{"Kč1,200", "?"},
                         Row{"v1.2", "none"},
                         Row{"Qwen2.5", "none"},
                         Row{"Python3.10", "none"},
                         Row{"A4.5", "none"},
                         Row{"B2-3", "none"},
                         Row{"x1/2", "none"},
                         Row{"\\log_{2}", "none"},
                         Row{"It is 42, says Qwen2.5.", "42"},
                         Row{"答案是42", "42"},
                         Row{"1_000", "1000"},
                         Row{"1_000_000", "1000000"},
                         Row{"100\u200b0", "1000"},
                         Row{"1\u200b000", "1000"},
                         Row{"1\u2060234", "1234"},
                         Row{"1\u00ad000", "1000"},
                         Row{"1\u3000234", "?"},
                         Row{"5E3kg", "5000"},
                         Row{"3h20", "?"},
                         Row{"2x4", "?"},
                         Row{"42m2", "42"},
                         Row{"1.2e3.4", "?"},
                         Row{"5 e3", "?"},
                         Row{"0.333…", "?"},
                         Row{"0.999...", "?"},
                         Row{"3.(3)", "?"},
                         Row{"42...", "42"},
                         Row{"101₂", "?"},
                         Row{"10⁻³", "?"},
                         Row{"5*10**3", "?"},
                         Row{"2**10", "?"},
                         Row{"x**2", "?"},
                         Row{"5 × 10 ^ 3", "?"},
                         Row{"1·5", "?"},
                         Row{"1÷2", "?"},
                         Row{"1 / 2", "?"},
                         Row{"±5", "?"}}) {
    INFO(row.text);
    CHECK(last_of(row.text) == row.wanted);
  }
}

TEST_CASE("addresses and marks of references are no numbers, and hide none") {
  for (const Row& row :
       {Row{"[42](https://x.example/7)", "42"}, Row{"42 ([source](https://en.example.org/wiki/A_(b)?id=7))", "42"},
        Row{"It is 42. Source: https://example.org/2024/7", "42"}, Row{"It is 42 (www.example.org/7).", "42"},
        Row{"见https://x.example/7。答案是42", "42"}, Row{"The answer is 42.[1][2]", "42"}, Row{"42[1]", "42"},
        Row{"42[^1]", "42"}, Row{"42【4:0†source】", "42"}, Row{"It has 42 km[1].", "42"}, Row{"[42][1]", "42"},
        Row{"42 [1]", "?"}, Row{"42 [1](https://x.example/)", "?"}, Row{"The answer is [5]", "5"},
        Row{"Answer:[5]", "5"}, Row{"答案是[5]", "5"}, Row{"[3, 5]", "5"}, Row{"[[1],[2]]", "2"}, Row{"(3)(5)", "5"}}) {
    INFO(row.text);
    CHECK(last_of(row.text) == row.wanted);
  }
}

TEST_CASE("a range, a quotient, a phase and a loss are no numbers") {
  for (const char* text : {"3..5",      "3...5",    "3…5",          "It takes 3–5 days",
                           "3-5%",      "$3-5",     "$3-$5",        "555-1234",
                           "2026-01",   "x/4",      "π/4",          "3\\pi/4",
                           "3π/4",      "2\\pi",    "3x / 4",       "3+4i",
                           "$12/$5",    "($1,234)", "(€ 5)",        "$(5)",
                           "(USD 5)",   "3万5000",  "3万 5000",     "3億5000万",
                           "3万5000円", "三5",      "1.5.e3",       "$5m",
                           "$5 m",      "$5mm",     "$5MM",         "$5b",
                           "₹5 cr",     "5m€",      "5 MM",         "5 миллионов",
                           "2 juta",    "1.5.e3",   "5 million 200"}) {
    INFO(text);
    CHECK(last_of(text) == "?");
  }
  for (const Row& row : {Row{"1.e+05", "100000"}, Row{"[1. 2. 3.]", "3"}, Row{"(-$5)", "-5"}, Row{"$(5)$", "5"},
                         Row{"($5$)", "5"}, Row{"(5)", "5"}, Row{"It costs $5 (was $7 or so)", "7"}, Row{"$5 m$", "5"},
                         Row{"$20 T-shirts", "20"}, Row{"5 m", "5"}, Row{"5-year", "5"}}) {
    INFO(row.text);
    CHECK(last_of(row.text) == row.wanted);
  }
}

TEST_CASE("a sign is never lost") {
  for (const Row& row : {Row{"-\\$5", "-5"},
                         Row{"$-\\$5$", "-5"},
                         Row{"-R$5", "-5"},
                         Row{"-US$5", "-5"},
                         Row{"-USD 5", "-5"},
                         Row{"USD-5", "-5"},
                         Row{"-$ 5", "-5"},
                         Row{"-½", "-0.5"},
                         Row{"-\\frac12", "-0.5"},
                         Row{"- $5", "?"},
                         Row{"Total: - 5", "?"},
                         Row{"$9 - $5", "5"},
                         Row{"It is minus 5 degrees", "-5"},
                         Row{"Negative 5", "-5"},
                         Row{"5 minus 2", "?"},
                         Row{"–5", "-5"},
                         Row{"‑5", "-5"},
                         Row{"‒5", "-5"},
                         Row{"﹣5", "-5"},
                         Row{"3–5", "?"},
                         Row{"The answer is − 42", "?"},
                         Row{"Step 3 - 42", "42"},
                         Row{"-**5**", "-5"},
                         Row{"-`5`", "-5"},
                         Row{"-(5)", "-5"},
                         Row{"- **5** apples", "5"}}) {
    INFO(row.text);
    CHECK(last_of(row.text) == row.wanted);
  }
}

TEST_CASE("a number is not read without its scale") {
  for (const char* text : {"5 M", "5 bn", "5 k", "5 mn", "5tn", "5 Mio.", "5 Mrd", "5億", "5万", "5‰", "5-million",
                           "5 **million**", "5\nmillion", "5 (million)", "5\u00a0million", "5 Millionen",
                           "$5 \\text{ million}$", "5 and a half", "5 hundredths"}) {
    INFO(text);
    CHECK(last_of(text) == "?");
  }
  for (const char* text : {"5 T-shirts", "5 B.C.", "5 mills", "5\n\nB. None", "5m", "5 percent", "5 Kelvin"}) {
    INFO(text);
    CHECK(last_of(text) == "5");
  }
}

TEST_CASE("Markdown, HTML and TeX in and around a number are looked through") {
  for (const Row& row :
       {Row{"1\\!,\\!234", "1234"}, Row{"1\\ 234", "1234"}, Row{"1~234", "1234"}, Row{"1\\text{,}234", "1234"},
        Row{"$1$,$234$", "1234"}, Row{"1,**234**", "1234"}, Row{"**1**234", "1234"}, Row{"1.<b>5</b>", "1.5"},
        Row{"10<sup>3</sup>", "?"}, Row{"101<sub>2</sub>", "?"}, Row{"12&nbsp;345", "12345"}, Row{"_42_", "42"},
        Row{"**Answer:**42", "42"}, Row{"**Answer**42", "42"}, Row{"答案是**42**。", "42"}, Row{"3\\times4", "4"},
        Row{"3\\frac{1}{2}", "3.5"}, Row{"\\tfrac12", "0.5"}, Row{"{1 \\over 2}", "?"}}) {
    INFO(row.text);
    CHECK(last_of(row.text) == row.wanted);
  }
}

TEST_CASE("a pattern takes a number whole or not at all") {
  for (const char* written : {"12.5", "12e3", "12/5", "12 million", "12,345", "12 345", "12:30", "12^2", "-12"}) {
    INFO(written);
    CHECK(taken(R"((\d+))", "#### " + std::string(written)) == "part of " + std::string(written));
    CHECK(taken(R"(#### -?(\d))", "#### " + std::string(written)) == "part of " + std::string(written));
  }
  CHECK(taken(R"(#### (\d+))", "#### 12.") == "12");
  CHECK(taken(R"(#### (\S+))", "#### 1 million") == "part of 1 million");
  CHECK(taken(R"(#### (.*))", "#### 1 million") == "?");
  CHECK(taken(R"(\$(\d+))", "**$5**") == "5");
  CHECK(taken(R"((\d+)$)", "1\u200b000") == "part of 1000");
  CHECK(taken(R"(Qwen(\d))", "Qwen2.5") == "part of 2.5");
  CHECK(taken(R"(Qwen2\.(\d))", "Qwen2.5") == "part of 2.5");
  CHECK(taken(R"(v(\S+))", "v1.2") == "1.2");
  CHECK(taken(R"(Q(\d))", "Q4-2024") == "4");
  CHECK(taken(R"(\(\$(\d+)\))", "($50)") == "50");
  CHECK(taken(R"(\$(\d+))", "$5m") == "part of $5m");
  CHECK(taken(R"((\d+)–)", "3–5") == "part of 3-5");
  CHECK(taken(R"((\d+)/10)", "7/10") == "7");
  CHECK(taken(R"((\d+):\d\d)", "10:30") == "10");
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
