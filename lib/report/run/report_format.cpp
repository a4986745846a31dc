#include "report/run/report_format.hpp"

#include <algorithm>

namespace promptctl {

const ReportFormat* find_report_format(std::string_view name) {
  const auto formats = report_formats();
  const auto found =
      std::find_if(formats.begin(), formats.end(), [name](const auto* format) { return format->name == name; });
  return found == formats.end() ? nullptr : *found;
}

std::vector<std::string_view> report_format_names() {
  std::vector<std::string_view> names;
  for (const ReportFormat* format : report_formats()) {
    names.push_back(format->name);
  }
  return names;
}

}  // namespace promptctl
