#include "stats/paired_units.hpp"

#include <cassert>

namespace promptctl {

PairedUnits number_units(const PairedCalls& before, const PairedCalls& after, std::size_t units) {
  assert(before.value.size() == before.unit.size() && after.value.size() == after.unit.size());
  PairedUnits numbered{before.unit, after.unit, 0};
  std::vector<std::uint32_t> numbers(units);
  for (const auto* side : {&before.unit, &after.unit}) {
    for (const std::uint32_t unit : *side) {
      assert(unit < units);
      numbers[unit] = 1;
    }
  }
  for (std::uint32_t& number : numbers) {
    number = number == 0 ? 0 : static_cast<std::uint32_t>(numbered.count++);
  }
  for (auto* side : {&numbered.before, &numbered.after}) {
    for (std::uint32_t& unit : *side) {
      unit = numbers[unit];
    }
  }
  return numbered;
}

}  // namespace promptctl
