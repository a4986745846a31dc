#include "tests/bench/simulation_picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace promptctl::bench {
namespace {

constexpr double panel_width = 360;
constexpr double panel_height = 250;
constexpr double panel_top = 72;
constexpr double fewest = 24;  // cases at the left and right edge, on a log scale
constexpr double most = 3750;

struct Series {
  std::string name;
  std::string color;
  std::string dashes;  // empty: a full line
  std::function<Share(const Row&)> share;
};

struct Panel {
  double left = 0;
  std::string title;
  double promised = 0;  // share that the gate stays below
  std::vector<Series> series;

  double x(double cases) const { return left + panel_width * std::log(cases / fewest) / std::log(most / fewest); }
  static double y(double share) { return panel_top + panel_height * (1 - share); }
};

std::string line(double x1, double y1, double x2, double y2, const std::string& style) {
  return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", x1, y1, x2, y2, style);
}

std::string text(double x, double y, const std::string& style, const std::string& words) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" {}>{}</text>\n", x, y, style, words);
}

std::string axes(const Panel& panel) {
  std::string svg = text(panel.left, panel_top - 20, "font-weight=\"bold\" font-size=\"15\"", panel.title);
  for (const int percent : {0, 25, 50, 75, 100}) {
    const double y = Panel::y(percent / 100.0);
    svg += line(panel.left, y, panel.left + panel_width, y, percent == 0 ? "stroke=\"#555\"" : "stroke=\"#ddd\"");
    svg += text(panel.left - 8, y + 4, "text-anchor=\"end\"", fmt::format("{}%", percent));
  }
  for (const int cases : {30, 100, 300, 1000, 3000}) {
    const double x = panel.x(cases);
    svg += line(x, Panel::y(0), x, Panel::y(0) + 5, "stroke=\"#555\"");
    svg += text(x, Panel::y(0) + 20, "text-anchor=\"middle\"", fmt::format("{}", cases));
  }
  return svg +
         text(panel.left + panel_width / 2, Panel::y(0) + 40, "text-anchor=\"middle\"", "cases in the golden set");
}

std::string nominal_line(const Panel& panel) {
  const double y = Panel::y(panel.promised);
  return line(panel.left, y, panel.left + panel_width, y, "stroke=\"#999\" stroke-dasharray=\"1 3\"");
}

std::string stroke(const Series& series) {
  const std::string dashes = series.dashes.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", series.dashes);
  return fmt::format("stroke=\"{}\" stroke-width=\"2.2\" fill=\"none\"{}", series.color, dashes);
}

std::string curve(const Panel& panel, const Series& series, const std::vector<Row>& rows) {
  std::string points;
  std::string marks;
  for (const Row& row : rows) {
    const double x = panel.x(static_cast<double>(row.scenario.cases));
    const Share share = series.share(row);
    points += fmt::format("{:.1f},{:.1f} ", x, Panel::y(share.value));
    const double high = std::min(1.0, share.value + 2 * share.error);
    const double low = std::max(0.0, share.value - 2 * share.error);
    for (const double end : {low, high}) {
      marks += line(x - 4, Panel::y(end), x + 4, Panel::y(end), fmt::format("stroke=\"{}\"", series.color));
    }
    marks += line(x, Panel::y(low), x, Panel::y(high),
                  fmt::format("stroke=\"{}\" stroke-width=\"1.6\" stroke-linecap=\"butt\"", series.color));
    marks += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.4\" fill=\"{}\"/>\n", x, Panel::y(share.value),
                         series.color);
  }
  return fmt::format("<polyline points=\"{}\" {}/>\n", points, stroke(series)) + marks;
}

std::string legend(const Panel& panel) {
  std::string svg;
  double y = Panel::y(0) + 66;
  for (const Series& series : panel.series) {
    svg += line(panel.left, y - 4, panel.left + 34, y - 4, stroke(series));
    svg += text(panel.left + 42, y, "", series.name);
    y += 20;
  }
  return svg;
}

std::string drawn(const Panel& panel, const std::vector<Row>& rows) {
  std::string svg = axes(panel) + nominal_line(panel);
  for (const Series& series : panel.series) {
    svg += curve(panel, series, rows);
  }
  return svg + legend(panel);
}

const std::string gate_color = "#1f5fa8";
const std::string plain_color = "#c4561a";

Panel blocked_panel() {
  const auto gate_rejected = [](const Row& row) { return share_of(row.same.rejected, row.same); };
  const auto gate_held = [](const Row& row) { return share_of(row.same.drawn - row.same.accepted, row.same); };
  const auto plain = [](const Row& row) { return share_of(row.same.drawn - row.same.plain_accepted, row.same); };
  return {66,
          "Blocked although nothing changed",
          2 * level,
          {{"gate rejects", gate_color, "", gate_rejected},
           {"gate rejects, or asks for more cases", gate_color, "6 4", gate_held},
           {"plain rule rejects", plain_color, "", plain}}};
}

Panel missed_panel() {
  const auto gate_worse = [](const Row& row) { return share_of(row.worse.accepted, row.worse); };
  const auto gate_limit = [](const Row& row) { return share_of(row.limit.accepted, row.limit); };
  const auto plain_worse = [](const Row& row) { return share_of(row.worse.plain_accepted, row.worse); };
  const auto plain_limit = [](const Row& row) { return share_of(row.limit.plain_accepted, row.limit); };
  return {516,
          "Accepted although it is worse",
          level,
          {{"gate, 10 points worse", gate_color, "", gate_worse},
           {"gate, 5 points worse", gate_color, "6 4", gate_limit},
           {"plain rule, 10 points worse", plain_color, "", plain_worse},
           {"plain rule, 5 points worse", plain_color, "6 4", plain_limit}}};
}

}  // namespace

std::string picture_of(const std::vector<Row>& rows) {
  const std::string head =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"486\" viewBox=\"0 0 900 486\" "
      "font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\" fill=\"#222\">\n"
      "<rect width=\"900\" height=\"486\" fill=\"#fff\"/>\n";
  const std::string rule = text(66, 26, "fill=\"#555\"",
                                "Share of decisions. Rule: pass rate not worse by 5 points than live (85%). "
                                "Correlation 0.5. Bars: ± 2 standard errors. "
                                "Dotted: promised.");
  return head + rule + drawn(blocked_panel(), rows) + drawn(missed_panel(), rows) + "</svg>\n";
}

}  // namespace promptctl::bench
