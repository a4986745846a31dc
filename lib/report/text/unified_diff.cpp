#include "report/text/unified_diff.hpp"

#include <fmt/format.h>

#include <string_view>

#include "report/text/excerpt.hpp"

namespace promptctl {

std::string unified_hunk(const DiffHunk& hunk) {
  constexpr std::string_view signs = " -+";
  std::string text =
      fmt::format("@@ -{},{} +{},{} @@\n", hunk.old_start, hunk.old_count, hunk.new_start, hunk.new_count);
  for (const DiffLine& line : hunk.lines) {
    text += fmt::format("{}{}\n{}", signs[static_cast<std::size_t>(line.kind)], printable_lines(line.text),
                        line.has_newline ? "" : "\\ No newline at end of file\n");
  }
  return text;
}

}  // namespace promptctl
