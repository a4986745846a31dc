#include "report/overview/overview.hpp"

#include <algorithm>

namespace promptctl {

const OverviewFormat* find_overview_format(std::string_view name) {
  const auto formats = overview_formats();
  const auto found =
      std::find_if(formats.begin(), formats.end(), [name](const auto* format) { return format->name == name; });
  return found == formats.end() ? nullptr : *found;
}

}  // namespace promptctl
