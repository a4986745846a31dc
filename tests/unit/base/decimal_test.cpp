#include "base/decimal.hpp"

#include <string>

#include "document/value.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;

namespace {

Decimal decimal(std::string_view literal) {
  return Decimal(number_value(literal).text);
}

}  // namespace

TEST_CASE("decimals compare by value, however they are written and however long they are") {
  CHECK(decimal("9007199254740993") > decimal("9007199254740992"));
  CHECK(decimal("-9007199254740993") < decimal("-9007199254740992"));
  CHECK(decimal("1e21") == decimal("1000000000000000000000"));
  CHECK(decimal("1.0") == decimal("1"));
  CHECK(decimal("-0") == decimal("0"));
  CHECK(decimal("1e-7") > decimal("0"));
  CHECK(decimal("-1e-7") < decimal("0"));
  CHECK(decimal("0.5") < decimal("5"));
  CHECK(decimal("123.45") > decimal("123.4"));
  CHECK(decimal("-123.45") < decimal("-123.4"));
  CHECK(Decimal("Infinity") > decimal("1.7976931348623157e308"));
  CHECK(Decimal("-Infinity") < decimal("0"));
}

TEST_CASE("multiples are told by decimal digits") {
  struct Row {
    const char* number;
    const char* divisor;
    bool multiple;
  };
  for (const Row& row :
       {Row{"19.99", "0.01", true}, Row{"0.3", "0.1", true}, Row{"4.35", "0.01", true}, Row{"0.0075", "0.0001", true},
        Row{"0.00751", "0.0001", false}, Row{"7", "2", false}, Row{"-6", "2", true}, Row{"0", "3", true},
        Row{"1e308", "0.123456789", false}, Row{"1e308", "0.5", true}, Row{"12391239123", "1e-8", true},
        Row{"1", "1e-300", true}, Row{"9007199254740993", "3", true}, Row{"9007199254740992", "3", false},
        Row{"5e-324", "1", false}}) {
    INFO(row.number << " by " << row.divisor);
    CHECK(decimal(row.number).is_multiple_of(decimal(row.divisor)) == row.multiple);
  }
}
