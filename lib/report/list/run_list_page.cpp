#include "report/list/run_list_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <ostream>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "base/utc.hpp"
#include "embedded/report_colors.hpp"
#include "report/overview/overview_sections.hpp"
#include "report/text/html_style.hpp"
#include "report/text/html_text.hpp"

namespace promptctl {
namespace {

constexpr std::string_view list_style = R"css(
main { max-width: 90rem; }
main a { color: var(--link); }
form > div { overflow-x: auto; }
table { width: 100%; }
th[scope=row], td { white-space: nowrap; overflow-wrap: normal; }
progress { width: 8rem; vertical-align: middle; }
.bar { position: sticky; bottom: 0; padding: .6rem 0; background: var(--page); border-top: 1px solid var(--line); }
.spark { font-size: 1.2em; letter-spacing: .05em; color: var(--series-1); }
button { font: inherit; padding: .4rem .8rem; }
nav a { margin-right: 1rem; }
)css";

std::string style_sheet() {
  return std::string(embedded::report_colors()) + std::string(html_style) + std::string(list_style);
}

void write_head(const std::string& title, bool is_live, std::ostream& out) {
  const std::string style = style_sheet();
  out << "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
      << sha256_base64(style) << "'; base-uri 'none'; form-action 'self'\">\n"
      << (is_live ? "<meta http-equiv=\"refresh\" content=\"2\">\n" : "")
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" << html_text(title)
      << "</title>\n<style>" << style << "</style>\n</head>\n<body>\n<main>\n<h1>" << html_text(title) << "</h1>\n";
}

void write_foot(std::ostream& out) {
  out << "</main>\n</body>\n</html>\n";
}

std::string model_of(const RunHeader& header) {
  return header.targets.empty() ? "" : header.targets.front();
}

// The pass rates of each suite and model over the runs listed, where there are three or more; oldest first.
void write_trends(const RunList& list, std::ostream& out) {
  std::map<std::array<std::string, 3>, std::vector<double>> series;
  for (auto run = list.runs.rbegin(); run != list.runs.rend(); ++run) {
    if (run->summary.pass_rate && !run->is_going_on) {
      series[{run->header.prompt_id, run->header.suite_id, model_of(run->header)}].push_back(
          run->summary.pass_rate->value);
    }
  }
  std::erase_if(series, [](const auto& one) { return one.second.size() < 3; });
  if (series.empty()) {
    return;
  }
  out << "<h2>Pass rates, oldest first</h2>\n<table>\n<thead><tr><th scope=\"col\">prompt</th><th scope=\"col\">suite"
         "</th><th scope=\"col\">model</th><th scope=\"col\">runs</th><th scope=\"col\">from, to</th></tr></thead>\n"
         "<tbody>\n";
  for (const auto& [name, rates] : series) {
    out << fmt::format(
        "<tr><th scope=\"row\"><a href=\"/prompts/{0}\">{0}</a></th><td>{1}</td><td>{2}</td><td class=\"spark\" "
        "aria-label=\"{3} runs\">{4}</td><td>{5}, {6}</td></tr>\n",
        html_text(name[0]), html_text(name[1]), html_text(name[2]), rates.size(), sparkline(rates),
        percent_text(rates.front()), percent_text(rates.back()));
  }
  out << "</tbody>\n</table>\n";
}

std::string_view verdict_class(const ListedRun& run) {
  constexpr std::array<std::string_view, 3> classes{"better", "worse", "open"};
  return run.is_going_on ? "open" : classes[static_cast<std::size_t>(run.summary.verdict)];
}

std::string state_text(const ListedRun& run) {
  const std::size_t planned = static_cast<std::size_t>(run.header.planned);
  const std::size_t done = planned - std::min(planned, run.summary.missing);
  if (run.is_going_on) {
    return fmt::format("<progress max=\"{0}\" value=\"{1}\">{3} of {2}</progress> {3} of {2} results", planned, done,
                       grouped(planned), grouped(done));
  }
  const std::string missing =
      run.summary.missing > 0 ? fmt::format(", {} of {} results", grouped(done), grouped(planned)) : "";
  return fmt::format("{}{}", verdict_name(run.summary.verdict), missing);
}

void write_run(const ListedRun& run, std::ostream& out) {
  const RunHeader& header = run.header;
  const std::string id = html_text(header.id);
  const std::string version = run.version ? std::to_string(*run.version) : header.prompt_digest.substr(0, 8);
  for (const std::string_view side : {"before", "after"}) {
    out << fmt::format("{0}<td><input type=\"radio\" name=\"{1}\" value=\"{2}\" aria-label=\"{1}: {2}\"></td>",
                       side == "before" ? "<tr>" : "", side, id);
  }
  out << fmt::format(
      "<th scope=\"row\"><a href=\"/runs/{0}\">{0}</a></th><td>{1}</td><td><a href=\"/prompts/{2}\">{2}</a></td>"
      "<td>{3}</td><td>{4}</td><td>{5}</td><td class=\"{6}\">{7}</td><td>{8}/{9}</td><td>{10}</td></tr>\n",
      id, utc_text(header.started).substr(0, 16).replace(10, 1, " "), html_text(header.prompt_id), html_text(version),
      html_text(header.suite_id), html_text(model_of(header)), verdict_class(run), state_text(run),
      grouped(run.summary.passed), grouped(run.summary.cases), pass_rate_text(run.summary));
}

void write_table(const RunList& list, std::ostream& out) {
  out << "<form action=\"/compare\" method=\"get\">\n<div tabindex=\"0\" role=\"region\" "
         "aria-label=\"Runs\"><table>\n<caption>Runs, newest first; times are UTC</caption>\n"
         "<thead><tr><th scope=\"col\">before</th><th scope=\"col\">after</th>";
  for (const std::string_view name :
       {"run", "started", "prompt", "version", "suite", "model", "verdict", "passed", "pass rate (95%)"}) {
    out << "<th scope=\"col\">" << name << "</th>";
  }
  out << "</tr></thead>\n<tbody>\n";
  for (const ListedRun& run : list.runs) {
    write_run(run, out);
  }
  out << "</tbody>\n</table></div>\n<p class=\"bar\"><button>Compare the two that are chosen</button> <label><input "
         "type=\"checkbox\" name=\"drift\" value=\"allowed\"> also when their datasets, suites or models "
         "differ</label></p>\n</form>\n";
}

void write_pages(const RunList& list, std::ostream& out) {
  const std::string of = list.prompt.empty() ? "/?page=" : fmt::format("/?prompt={}&page=", list.prompt);
  out << "<nav aria-label=\"Pages\">";
  if (list.page > 1) {
    out << fmt::format("<a href=\"{}{}\">newer</a>", html_text(of), list.page - 1);
  }
  if (list.has_more) {
    out << fmt::format("<a href=\"{}{}\">older</a>", html_text(of), list.page + 1);
  }
  out << "</nav>\n";
}

}  // namespace

void write_run_list(const RunList& list, std::ostream& out) {
  const bool is_live =
      std::any_of(list.runs.begin(), list.runs.end(), [](const ListedRun& run) { return run.is_going_on; });
  write_head(list.prompt.empty() ? "Recorded runs" : "Runs of " + list.prompt, is_live, out);
  if (list.runs.empty()) {
    out << (list.prompt.empty() && list.page == 1
                ? "<p>No run is recorded here yet: <code>promptctl eval</code> records one.</p>\n"
                : "<p>There is no run here. <a href=\"/\">All runs</a></p>\n");
  } else {
    write_trends(list, out);
    write_table(list, out);
    write_pages(list, out);
  }
  write_foot(out);
}

void write_notice_page(const std::string& notice, std::ostream& out) {
  write_head("promptctl", false, out);
  out << "<p>" << html_text(notice) << "</p>\n<p><a href=\"/\">All runs</a></p>\n";
  write_foot(out);
}

}  // namespace promptctl
