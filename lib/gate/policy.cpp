#include "gate/policy.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace promptctl {

std::string rule_text(const GateRule& rule) {
  constexpr std::array<std::string_view, 4> bounds{"at least", "at most", "not worse by", "flips at most"};
  const std::string slice = rule.tag.empty() ? "" : fmt::format(" [{}]", rule.tag);
  const std::string correction = rule.corrected_by.empty() ? "" : fmt::format(", corrected by {}", rule.corrected_by);
  return fmt::format("{}{} {} {}{}", rule.figure, slice, bounds[static_cast<std::size_t>(rule.bound)], rule.limit_text,
                     correction);
}

}  // namespace promptctl
