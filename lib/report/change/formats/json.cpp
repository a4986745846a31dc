// `json`: for programs.

#include <ostream>

#include "document/json.hpp"
#include "report/change/change_value.hpp"
#include "report/change/formats.hpp"

namespace promptctl {
namespace {

void write(std::span<const ChangeReport> changes, const ReportStyle&, std::ostream& out) {
  out << indented_json(changes_value(changes));
}

}  // namespace

const ChangeFormat json_change{"json", "for programs", write, spelled_in_json};

}  // namespace promptctl
