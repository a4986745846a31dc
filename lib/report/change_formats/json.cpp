// `json`: for programs.

#include <ostream>

#include "codec/json.hpp"
#include "report/change_formats.hpp"
#include "report/change_value.hpp"

namespace promptctl {
namespace {

void write(std::span<const ChangeReport> changes, const ReportStyle&, std::ostream& out) {
  out << indented_json(changes_value(changes));
}

}  // namespace

const ChangeFormat json_change{"json", "for programs", write, spelled_in_json};

}  // namespace promptctl
