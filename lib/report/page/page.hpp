#pragma once

#include <functional>
#include <iosfwd>
#include <string>

namespace promptctl {

// A report to open in a browser: one file that holds its script, its style and its figures, and loads nothing.
struct ReportPage {
  std::string title;

  // Writes the document of the page, one JSON text in UTF-8 of the form "promptctl-report 1". Called once; it
  // may be written piece by piece, since nothing of it is kept.
  std::function<void(std::ostream&)> write_document;
};

void write_page(const ReportPage& page, std::ostream& out);

}  // namespace promptctl
