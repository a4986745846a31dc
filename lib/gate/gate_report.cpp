#include "gate/gate_report.hpp"

#include <array>
#include <string_view>

namespace promptctl {

std::string_view gate_outcome_name(GateOutcome outcome) {
  constexpr std::array<std::string_view, 3> names{"accepted", "rejected", "inconclusive"};
  return names[static_cast<std::size_t>(outcome)];
}

}  // namespace promptctl
