// `markdown`: a comment on a pull request.

#include <ostream>

#include "base/text.hpp"
#include "report/change/change_markdown.hpp"
#include "report/change/formats.hpp"

namespace promptctl {
namespace {

void write(std::span<const ChangeReport> changes, const ReportStyle& style, std::ostream& out) {
  std::vector<PageSection> sections;
  for (const ChangeReport& change : changes) {
    add_change_sections(change, style.most_cases, sections);
  }
  const std::string page = fitted_page(sections, most_of_comment);
  out << trim(page) << (page.empty() ? "" : "\n");
}

}  // namespace

const ChangeFormat markdown_change{"markdown", "a comment on a pull request", write};

}  // namespace promptctl
