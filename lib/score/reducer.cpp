#include "score/reducer.hpp"

#include <algorithm>
#include <array>

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 4> reducer_names{"pass^k", "pass@k", "majority", "mean"};

}  // namespace

std::string_view reducer_name(Reducer reducer) {
  return reducer_names[static_cast<std::size_t>(reducer)];
}

std::optional<Reducer> find_reducer(std::string_view name) {
  const auto* found = std::find(reducer_names.begin(), reducer_names.end(), name);
  return found == reducer_names.end() ? std::nullopt
                                      : std::optional(static_cast<Reducer>(found - reducer_names.begin()));
}

}  // namespace promptctl
