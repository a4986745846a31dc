#include "report/change/change_report.hpp"

#include <algorithm>

namespace promptctl {

const ChangeFormat* find_change_format(std::string_view name) {
  const auto formats = change_formats();
  const auto found =
      std::find_if(formats.begin(), formats.end(), [name](const auto* format) { return format->name == name; });
  return found == formats.end() ? nullptr : *found;
}

}  // namespace promptctl
