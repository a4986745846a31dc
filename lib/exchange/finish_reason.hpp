#pragma once

#include <array>
#include <string_view>

namespace promptctl {

// The words that mark a whole answer, from the best ending to the worst. A provider's own words are mapped to these.
constexpr std::array<std::string_view, 5> finish_reasons{"stop", "tool_calls", "function_call", "length",
                                                         "content_filter"};

// Its place among them; past the last for a word that marks no whole answer.
constexpr std::size_t finish_reason_rank(std::string_view word) {
  std::size_t rank = 0;
  while (rank < finish_reasons.size() && finish_reasons.at(rank) != word) {
    ++rank;
  }
  return rank;
}

constexpr bool is_finish_reason(std::string_view word) {
  return finish_reason_rank(word) < finish_reasons.size();
}

}  // namespace promptctl
