#include "score/edit_distance.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "base/random.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;

namespace {

std::size_t by_table(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, changed}));
    }
  }
  return row.back();
}

std::u32string random_text(Random& random, std::size_t longest, std::size_t letters) {
  std::u32string text(random.below(longest), U'a');
  for (char32_t& letter : text) {
    letter = U'a' + static_cast<char32_t>(random.below(letters));
  }
  return text;
}

}  // namespace

TEST_CASE("edit distance of a few texts") {
  CHECK(edit_distance(U"", U"") == 0);
  CHECK(edit_distance(U"abc", U"") == 3);
  CHECK(edit_distance(U"", U"abc") == 3);
  CHECK(edit_distance(U"kitten", U"sitting") == 3);
  CHECK(edit_distance(U"aaa", U"aa") == 1);
  CHECK(edit_distance(U"\U0001F600x", U"x") == 1);
}

TEST_CASE("edit distance equals the classic table on random texts across blocks") {
  Random random(1);
  for (int round = 0; round < 2000; ++round) {
    const std::size_t letters = 2 + random.below(6);
    const std::u32string a = random_text(random, 260, letters);
    const std::u32string b = random_text(random, 260, letters);
    REQUIRE(edit_distance(a, b) == by_table(a, b));
  }
}
