// `console`: for reading in a terminal: the verdict, the figures, the changed cases, then the text.

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/utf8.hpp"
#include "report/change/formats.hpp"
#include "report/change/prompt_diff_text.hpp"
#include "report/change/suite_change_text.hpp"
#include "report/gate/gate_text.hpp"
#include "report/text/layout.hpp"

namespace promptctl {
namespace {

bool is_identical(const ChangeReport& change) {
  return change.content && change.content->prompts.identical;
}

std::string title(const ChangeReport& change, const ReportStyle& style) {
  if (change.content && change.content->prompts.identical) {
    return prompt_diff_text(*change.content, style);
  }
  const std::string after = paint(printable(change.after), Ink::bold, style.color);
  return change.before.empty()
             ? after + "\n"
             : fmt::format("{} → {}\n", paint(printable(change.before), Ink::bold, style.color), after);
}

std::string notes(const ChangeReport& change, const ReportStyle& style) {
  constexpr std::string_view indent = "        ";
  std::string text;
  for (const std::string& note : change.notes) {
    text +=
        "  note: " + wrapped(printable(note), std::max<std::size_t>(style.width, 28) - indent.size(), indent) + "\n";
  }
  return text;
}

// A gate without anything else has said which content it is.
bool is_decision_alone(const ChangeReport& change) {
  return change.gate && !change.content && change.suites.empty();
}

void write_one(const ChangeReport& change, const ReportStyle& style, std::ostream& out) {
  if (change.gate) {
    out << gate_text(*change.gate, style) << (is_decision_alone(change) ? "" : "\n");
  }
  if (!is_decision_alone(change)) {
    out << title(change, style);
  }
  for (const SuiteChange& suite : change.suites) {
    out << "\n" << suite_change_text(suite, style);
  }
  const bool goes_on = !change.suites.empty();
  out << (goes_on && !change.notes.empty() ? "\n" : "") << notes(change, style);
  if (change.content && !is_identical(change)) {
    out << (goes_on ? "\n" : "") << content_change_text(*change.content, style);
  }
}

void write(std::span<const ChangeReport> changes, const ReportStyle& style, std::ostream& out) {
  const char* before = "";
  for (const ChangeReport& change : changes) {
    out << before;
    write_one(change, style, out);
    before = "\n";
  }
}

}  // namespace

const ChangeFormat console_change{"console", "for reading in a terminal", write};

}  // namespace promptctl
