#include "report/change/forest_plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "report/change/figure_rows.hpp"
#include "report/text/html_text.hpp"
#include "report/text/layout.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_figures = 40;
constexpr double label_width = 170;
constexpr double plot_width = 330;
constexpr double margin = 22;  // for the numbers below the ends of the axis
constexpr double row_height = 24;
constexpr double axis_height = 26;

// A point alone where nothing bounds the difference.
Interval drawn(const FigureChange& figure) {
  const double value = figure.difference.value;
  return has_bounds(figure) ? figure.difference : Interval{value, value, value};
}

// The end of the axis: a round number of points that holds every interval.
double reach(const std::vector<FigureChange>& figures, std::size_t count) {
  double farthest = 0;
  for (std::size_t at = 0; at < count; ++at) {
    const Interval difference = drawn(figures[at]);
    for (const double end : {difference.low, difference.high, difference.value}) {
      farthest = std::isfinite(end) ? std::max(farthest, std::abs(end)) : 1;
    }
  }
  constexpr std::array<double, 7> rounds{0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1};
  const auto* const found = std::find_if(rounds.begin(), rounds.end(), [=](double end) { return end >= farthest; });
  return found == rounds.end() ? 1 : *found;
}

class Plot {
 public:
  explicit Plot(const Comparison& comparison)
      : comparison_(comparison),
        rows_(figure_rows(comparison)),
        count_(std::min(rows_.size(), most_figures)),
        reach_(reach(comparison.figures, count_)) {
    constexpr std::size_t room_for_names = 24;
    names_.reserve(rows_.size());
    for (const FigureRow& row : rows_) {
      names_.push_back(printable(row.name));
    }
    names_ = fitted_names(names_, room_for_names);
  }

  std::string text() const {
    const double height = row_height * static_cast<double>(count_) + axis_height;
    std::string text = fmt::format(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Plot of the differences\">"
        "<svg class=\"forest\" role=\"img\" viewBox=\"0 0 {:.0f} {:.0f}\">\n<title>{}</title>\n<desc>{}</desc>\n",
        label_width + plot_width + 2 * margin, height, title(), description());
    text += fmt::format("<line class=\"zero\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"0\" y2=\"{1:.0f}\"/>\n", place(0),
                        height - axis_height + 6);
    for (std::size_t at = 0; at < count_; ++at) {
      text += row(at);
    }
    for (const double end : {-reach_, 0.0, reach_}) {
      text += fmt::format("<text class=\"axis\" x=\"{:.1f}\" y=\"{:.0f}\">{}</text>\n", place(end), height - 6,
                          end == 0 ? "0 points" : fmt::format("{:+.0f}", end * 100));
    }
    return text + "</svg></div>\n";
  }

 private:
  double place(double difference) const {
    const double share = (std::clamp(difference, -reach_, reach_) + reach_) / (2 * reach_);
    return label_width + margin + share * plot_width;
  }

  std::string title() const {
    const std::string all =
        count_ == rows_.size() ? "" : fmt::format(", the first {} of {}", grouped(count_), grouped(rows_.size()));
    return fmt::format("Differences in points with their {}% intervals{}", number_text(comparison_.confidence * 100),
                       all);
  }

  std::string description() const {
    std::vector<std::string> texts;
    texts.reserve(count_);
    for (std::size_t at = 0; at < count_; ++at) {
      texts.push_back(fmt::format("{}: {}, {}", rows_[at].name, rows_[at].difference, rows_[at].verdict));
    }
    return html_text(join(texts, "; "));
  }

  std::string row(std::size_t at) const {
    const Interval difference = drawn(comparison_.figures[at]);
    const double y = row_height * (static_cast<double>(at) + 0.5);
    const double low = std::isfinite(difference.low) ? difference.low : -reach_;
    const double high = std::isfinite(difference.high) ? difference.high : reach_;
    return fmt::format(
        "<g{}><text x=\"{:.0f}\" y=\"{:.1f}\">{}</text><line x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>"
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.5\"/></g>\n",
        html_class(rows_[at].direction), label_width, y + 4, html_text(names_[at]), place(low), place(high), y, y,
        place(difference.value), y);
  }

  const Comparison& comparison_;
  std::vector<FigureRow> rows_;
  std::vector<std::string> names_;  // as they fit beside the plot
  std::size_t count_;
  double reach_;
};

}  // namespace

std::string forest_plot(const Comparison& comparison) {
  return comparison.figures.empty() ? std::string() : Plot(comparison).text();
}

}  // namespace promptctl
