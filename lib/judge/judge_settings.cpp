#include "judge/judge_settings.hpp"

#include <algorithm>
#include <array>

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 3> reducer_names{"majority", "unanimous", "mean"};

}  // namespace

std::string_view vote_reducer_name(VoteReducer reducer) {
  return reducer_names[static_cast<std::size_t>(reducer)];
}

std::optional<VoteReducer> find_vote_reducer(std::string_view name) {
  const auto found = std::find(reducer_names.begin(), reducer_names.end(), name);
  return found == reducer_names.end() ? std::nullopt
                                      : std::optional(static_cast<VoteReducer>(found - reducer_names.begin()));
}

}  // namespace promptctl
