// `html`: one file that can be kept as an artifact and opened anywhere: no script, and nothing is loaded.

#include <fmt/format.h>

#include <array>
#include <ostream>

#include "base/text.hpp"
#include "embedded/report_colors.hpp"
#include "report/change/formats.hpp"
#include "report/change/html_changes.hpp"
#include "report/gate/gate_text.hpp"
#include "report/text/html_style.hpp"
#include "report/text/html_text.hpp"

namespace promptctl {
namespace {

constexpr std::size_t digest_start = 12;

bool is_identical(const ChangeReport& change) {
  return change.content && change.content->prompts.identical;
}

std::string title(const ChangeReport& change) {
  return change.before.empty() ? change.after : fmt::format("{} → {}", change.before, change.after);
}

std::string outcome(const GateReport& gate) {
  constexpr std::array<std::string_view, 3> classes{"better", "worse", "open"};
  constexpr std::array<std::string_view, 3> signs{"✓", "✗", "?"};
  const auto at = static_cast<std::size_t>(gate.outcome);
  return fmt::format("<p class=\"outcome {}\">{} {} by the gate of {}, {}</p>\n", classes[at], signs[at],
                     gate_outcome_name(gate.outcome), html_text(gate.gate),
                     gate.against.empty() ? "where nothing is live" : "against " + html_text(gate.against));
}

std::string notes(const std::vector<std::string>& texts) {
  std::string text;
  for (const std::string& note : texts) {
    text += fmt::format("<p>note: {}</p>\n", html_text(note));
  }
  return text;
}

void write_one(const ChangeReport& change, const ReportStyle& style, std::ostream& out) {
  out << "<article><h1>" << html_text(title(change)) << "</h1>\n";
  if (change.gate) {
    out << outcome(*change.gate) << html_rules(*change.gate);
  }
  if (change.content && change.content->prompts.identical) {
    out << fmt::format("<p>The contents are identical: sha256:{}</p>\n",
                       change.content->after.digest.substr(0, digest_start));
  }
  for (const SuiteChange& suite : change.suites) {
    out << html_suite(suite, style.most_cases);
  }
  out << notes(change.notes);
  if (change.content && !is_identical(change)) {
    out << html_content(*change.content);
  }
  out << "</article>\n";
}

void write(std::span<const ChangeReport> changes, const ReportStyle& style, std::ostream& out) {
  const std::string name = changes.size() == 1 ? title(changes.front()) : counted(changes.size(), "changed prompt");
  out << "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      << "<title>" << html_text(name) << "</title>\n<style>\n"
      << embedded::report_colors() << html_style << "</style>\n</head>\n<body>\n<main>\n";
  for (const ChangeReport& change : changes) {
    write_one(change, style, out);
  }
  out << "</main>\n</body>\n</html>\n";
}

}  // namespace

const ChangeFormat html_change{"html", "a page to keep and to open anywhere", write, spelled_in_json};

}  // namespace promptctl
