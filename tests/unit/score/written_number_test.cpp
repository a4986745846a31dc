#include "score/written_number.hpp"

#include <catch2/catch.hpp>

using namespace promptctl;

TEST_CASE("the last number of a text, as people write numbers") {
  struct Row {
    const char* text;
    std::optional<double> wanted;
  };
  for (const Row& row : {Row{"18", 18},
                         Row{"It is 18.", 18},
                         Row{"1,234.50", 1234.5},
                         Row{"1,234,567", 1234567},
                         Row{"12,34", 34},
                         Row{"1,2345", 2345},
                         Row{"-7", -7},
                         Row{"−7", -7},
                         Row{"$-5", -5},
                         Row{"-$5", -5},
                         Row{"$1,000 and €2.50", 2.5},
                         Row{"10-3", 3},
                         Row{"(2)-3", 3},
                         Row{"- 5 apples", 5},
                         Row{"=-129025", -129025},
                         Row{"6e3", 6000},
                         Row{"1.5E-2", 0.015},
                         Row{"1e+2", 100},
                         Row{".5", 0.5},
                         Row{"Rs.500", 500},
                         Row{"version 1.2.3", 3},
                         Row{"5%", 5},
                         Row{"5kg", 5},
                         Row{"Q4", std::nullopt},
                         Row{"GPT-4", 4},
                         Row{"007", 7},
                         Row{"0", 0},
                         Row{"**42**", 42},
                         Row{"\\boxed{42}", 42},
                         Row{"none", std::nullopt},
                         Row{"", std::nullopt}}) {
    INFO(row.text);
    CHECK(last_number(row.text) == row.wanted);
  }
}

TEST_CASE("a text that is a number and nothing else") {
  CHECK(whole_number(" 70,000 ") == 70000);
  CHECK(whole_number("-$3.50") == -3.5);
  CHECK(whole_number("3 apples") == std::nullopt);
  CHECK(whole_number("12,34") == std::nullopt);
  CHECK(whole_number("") == std::nullopt);
}
