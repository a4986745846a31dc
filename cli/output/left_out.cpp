#include "cli/output/left_out.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace promptctl::cli {

std::string left_out_line(std::size_t count, std::string_view way) {
  return count > most_shown ? fmt::format("  and {} more: {}\n", grouped(count - most_shown), way) : "";
}

}  // namespace promptctl::cli
