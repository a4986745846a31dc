#pragma once

#include <span>
#include <string_view>

#include "cli/line/options.hpp"

namespace promptctl::cli {

// One command of promptctl; one file in commands/ each. `declare` adds its options and returns what to run.
struct Command {
  std::string_view name;
  std::string_view summary;
  Action (*declare)(Options& options);
};

std::span<const Command* const> commands();

}  // namespace promptctl::cli
