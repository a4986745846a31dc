#include "report/change/suite_change_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "report/change/comparison_tables.hpp"
#include "report/change/comparison_text.hpp"
#include "report/text/table_text.hpp"

namespace promptctl {
namespace {

// From outside, on lines below one another; the first stands behind what is as wide as `indent`.
std::string lines(std::string_view text, std::string_view indent, const ReportStyle& style) {
  const std::size_t room = std::max(style.width, indent.size() + 20) - indent.size();
  return wrapped(printable(text), room, indent) + "\n";
}

// The whole begins with `title`, which stands out unless a line ends in it.
std::string headline(const std::string& title, const std::string& rest, const ReportStyle& style) {
  const std::string text = lines(title + rest, "  ", style);
  const std::string shown = printable(title);
  return text.starts_with(shown) ? paint(shown, Ink::bold, style.color) + text.substr(shown.size()) : text;
}

std::string remarks_text(const Comparison& comparison, const ReportStyle& style) {
  std::string text;
  for (const std::string& remark : comparison_remarks(comparison)) {
    text += "  " + lines(remark, "  ", style);
  }
  return text;
}

std::string failing_text(const ReplyChange& reply, const ReportStyle& style) {
  std::string text;
  for (const std::string& failing : reply.failing) {
    text +=
        fmt::format("            {} {}", paint("✗", Ink::red, style.color), lines(failing, "              ", style));
  }
  return text;
}

std::string reply_text(std::string_view label, const std::string& reply, const ReportStyle& style) {
  constexpr std::string_view indent = "            ";
  const std::size_t room = std::max(style.width, indent.size() + 20) - indent.size();
  const std::string shown = shorten(printable(reply), room * 2 - 10);  // Two lines, if words break well.
  return fmt::format("    {}  {}\n", paint(fmt::format("{:<6}", label), Ink::dim, style.color),
                     shown.empty() ? "(empty)" : wrapped(shown, room, indent));
}

std::string case_text(const ShownCase& shown, const std::string& title, const ReportStyle& style) {
  constexpr std::array<Ink, 4> inks{Ink::red, Ink::yellow, Ink::green, Ink::green};
  const CaseChange& change = *shown.change;
  std::string text =
      fmt::format("\n  {}  {}  score {}\n",
                  paint(case_change_word(change.kind), inks[static_cast<std::size_t>(change.kind)], style.color),
                  paint(title, Ink::bold, style.color), case_scores(change));
  if (shown.reply == nullptr) {
    return text;
  }
  const std::string failing = failing_text(*shown.reply, style);
  text += reply_text("before", shown.reply->before, style) + (shown.fails_after() ? "" : failing);
  return text + reply_text("after", shown.reply->after, style) + (shown.fails_after() ? failing : "");
}

std::string cases_text(const SuiteChange& change, const ReportStyle& style) {
  const std::size_t all = change.comparison.changes.size();
  const auto shown = shown_cases(change, style.most_cases);
  std::vector<std::string> titles;
  titles.reserve(shown.size());
  for (const ShownCase& one : shown) {
    titles.push_back(printable(case_title(*one.change)));
  }
  titles = fitted_names(titles, std::max<std::size_t>(style.width, 60) - 32);
  std::string text;
  for (std::size_t at = 0; at < shown.size(); ++at) {
    text += case_text(shown[at], titles[at], style);
  }
  return all == shown.size()
             ? text
             : text + fmt::format("\n  and {}: --cases {}\n", counted(all - shown.size(), "more changed case"), all);
}

}  // namespace

std::string suite_change_text(const SuiteChange& change, const ReportStyle& style) {
  const Comparison& comparison = change.comparison;
  std::string text = headline(comparison_title(comparison), ": " + counts_text(comparison), style);
  if (const std::string drift = drift_text(comparison); !drift.empty()) {
    text += "  " + paint("DRIFT", Ink::bold_red, style.color) + "  " + lines(drift, "         ", style);
  }
  for (const std::string& part : {table_text(figures_table(comparison), style),
                                  table_text(ratios_table(comparison), style), remarks_text(comparison, style)}) {
    text += part.empty() ? "" : "\n" + part;
  }
  text += cases_text(change, style);
  return text + "\n  " + paint("signature", Ink::dim, style.color) + "  " +
         lines(comparison_signature(comparison), "             ", style);
}

}  // namespace promptctl
