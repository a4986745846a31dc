// `console`: for reading in a terminal.

#include <ostream>

#include "report/change_formats.hpp"
#include "report/gate_text.hpp"
#include "report/prompt_diff_text.hpp"

namespace promptctl {
namespace {

void write(std::span<const ChangeReport> changes, const ReportStyle& style, std::ostream& out) {
  for (const ChangeReport& change : changes) {
    if (change.gate) {
      out << gate_text(*change.gate, style);
    }
    if (change.content) {
      out << prompt_diff_text(*change.content, style);
    }
  }
}

}  // namespace

const ChangeFormat console_change{"console", "for reading in a terminal", write};

}  // namespace promptctl
