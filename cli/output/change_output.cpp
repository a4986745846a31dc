#include "cli/output/change_output.hpp"

namespace promptctl::cli {

const FormTable& change_forms() {
  static const FormTable forms = [] {
    FormTable table{{},
                    {{".json", "json"}, {".md", "markdown"}, {".html", "html"}, {".txt", "console"}},
                    5,
                    "changed cases with their replies"};
    for (const ChangeFormat* format : change_formats()) {
      table.names.push_back(format->name);
    }
    table.commands = [](std::string_view form) { return find_change_format(form)->commands; };
    return table;
  }();
  return forms;
}

void write_changes(const std::vector<ChangeReport>& changes, const FormOutput& output, const Session& session) {
  const auto write = [&changes](std::string_view form, const ReportStyle& style, std::ostream& out) {
    find_change_format(form)->write(changes, style, out);
  };
  write_forms(output, change_forms(), write, session);
}

}  // namespace promptctl::cli
