#include "stats/sequential.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

using Answer = SequentialTest::Answer;

// `pattern` of 1 and 0 again and again, at most 500 results.
SequentialTest fed(SequentialTest test, const std::string& pattern) {
  for (std::size_t i = 0; i < 500; ++i) {
    test.add(pattern[i % pattern.size()] == '1');
  }
  return test;
}

}  // namespace

// Python: the walk of log((1-h)/(1-l)) and log(h/l), result by result, until it leaves ±log(.95/.05).
TEST_CASE("a sequential test stops where Wald's walk leaves its limits", "[stats]") {
  const SequentialTest test(0.8, 0.9);
  CHECK(test.answer() == Answer::undecided);
  CHECK(test.count() == 0);
  CHECK(fed(test, "1").answer() == Answer::high);
  CHECK(fed(test, "1").count() == 25);
  CHECK(fed(test, "0").answer() == Answer::low);
  CHECK(fed(test, "0").count() == 5);
  CHECK(fed(test, "1111111110").answer() == Answer::high);
  CHECK(fed(test, "1111111110").count() == 67);
  CHECK(fed(test, "11110").answer() == Answer::low);
  CHECK(fed(test, "11110").count() == 70);
}

TEST_CASE("a sequential test keeps its answer", "[stats]") {
  SequentialTest test = fed(SequentialTest(0.5, 0.8, 0.01), "1");
  const std::size_t count = test.count();
  test.add(false);
  CHECK(test.answer() == Answer::high);
  CHECK(test.count() == count);
}
