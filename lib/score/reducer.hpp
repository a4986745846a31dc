#pragma once

#include <optional>
#include <string_view>

namespace promptctl {

// How the repeats of one case become its verdict.
enum class Reducer {
  all,       // "pass^k": every repeat passes
  any,       // "pass@k": at least one does
  majority,  // more than half do
  mean,      // the share that pass is the case's; it counts as passed when more than half do
};

std::string_view reducer_name(Reducer reducer);
std::optional<Reducer> find_reducer(std::string_view name);

}  // namespace promptctl
