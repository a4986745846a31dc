#include "score/edit_distance.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace promptctl {
namespace {

constexpr std::size_t block_bits = 64;

// One column of the table of distances, by the differences between neighbours: where they are +1, and where -1.
struct Block {
  std::uint64_t up = ~std::uint64_t{0};
  std::uint64_t down = 0;
};

// The differences that enter a block from the one above it, and leave it below.
struct Carry {
  std::uint64_t up = 1;
  std::uint64_t down = 0;
};

struct Step {
  std::uint64_t up;
  std::uint64_t down;
};

// Moves a block on by one character of the other text, which is found at the places in `matches`.
Step advance(Block& block, Carry& carry, std::uint64_t matches) {
  const std::uint64_t reached = matches | carry.down;
  const std::uint64_t zero = (((reached & block.up) + block.up) ^ block.up) | reached | block.down;
  const Step step{block.down | ~(zero | block.up), zero & block.up};
  const std::uint64_t up = (step.up << 1U) | carry.up;
  const std::uint64_t down = (step.down << 1U) | carry.down;
  carry = {step.up >> (block_bits - 1), step.down >> (block_bits - 1)};
  block = {down | ~(zero | up), up & zero};
  return step;
}

using Matches = std::unordered_map<char32_t, std::vector<std::uint64_t>>;

Matches matches_in(std::u32string_view text, std::size_t blocks) {
  Matches matches;
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto& bits = matches[text[at]];
    bits.resize(blocks);
    bits[at / block_bits] |= std::uint64_t{1} << (at % block_bits);
  }
  return matches;
}

void drop_common_ends(std::u32string_view& a, std::u32string_view& b) {
  const auto front = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  a.remove_prefix(front);
  b.remove_prefix(front);
  const auto back =
      static_cast<std::size_t>(std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin());
  a.remove_suffix(back);
  b.remove_suffix(back);
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  drop_common_ends(a, b);
  if (a.size() > b.size()) {
    std::swap(a, b);
  }
  if (a.empty()) {
    return b.size();
  }
  std::vector<Block> column((a.size() + block_bits - 1) / block_bits);
  const Matches matches = matches_in(a, column.size());
  const std::vector<std::uint64_t> nowhere(column.size());
  const std::uint64_t last = std::uint64_t{1} << ((a.size() - 1) % block_bits);
  std::size_t distance = a.size();
  for (const char32_t character : b) {
    const auto found = matches.find(character);
    const auto& bits = found == matches.end() ? nowhere : found->second;
    Carry carry;
    Step step{0, 0};
    for (std::size_t block = 0; block < column.size(); ++block) {
      step = advance(column[block], carry, bits[block]);
    }
    distance += (step.up & last) != 0 ? 1U : 0U;
    distance -= (step.down & last) != 0 ? 1U : 0U;
  }
  return distance;
}

}  // namespace promptctl
