#include "run/run_record.hpp"

#include <array>
#include <string_view>

namespace promptctl {
std::string_view verdict_name(Verdict verdict) {
  constexpr std::array<std::string_view, 3> names{"accepted", "rejected", "error"};
  return names[static_cast<std::size_t>(verdict)];
}

}  // namespace promptctl
