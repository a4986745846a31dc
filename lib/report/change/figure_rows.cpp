#include "report/change/figure_rows.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cmath>
#include <string_view>

#include "base/text.hpp"
#include "base/units.hpp"
#include "compare/figures.hpp"

namespace promptctl {
namespace {

std::string p_text(double p) {
  return p < 0.001 ? "<0.001" : fmt::format("{:.3f}", p);
}

// Without the sign of a zero: an interval that ends there does not go below it.
double rounded(double number, double steps) {
  return std::round(number * steps) / steps + 0.0;
}

Direction direction_of(const Interval& interval, double none, bool more_is_better) {
  if (interval.low <= none && interval.high >= none) {
    return Direction::unclear;
  }
  return (interval.low > none) == more_is_better ? Direction::better : Direction::worse;
}

template <typename Words>
std::string word(const Words& words, Direction direction) {
  return std::string(words[static_cast<std::size_t>(direction)]);
}

std::string cases_text(const FigureChange& figure) {
  const std::string cases = grouped(static_cast<long long>(figure.count));
  return figure.clusters == figure.count ? cases : fmt::format("{} in {}", cases, counted(figure.clusters, "group"));
}

// Of many figures some differ by chance: what does not hold for all of them together is no more than a hint.
bool is_hint(const FigureChange& figure, Direction direction, double confidence) {
  return direction != Direction::unclear && figure.adjusted_p > 1 - confidence;
}

std::string difference_text(const FigureChange& figure) {
  const std::string value = signed_points_text(figure.difference.value);
  return has_bounds(figure) ? fmt::format("{} ({} to {})", value, signed_points_text(figure.difference.low),
                                          signed_points_text(figure.difference.high))
                            : fmt::format("{} (one group)", value);
}

FigureRow figure_row(const FigureChange& figure, const Comparison& comparison) {
  constexpr std::array<std::string_view, 3> verdicts{"worse", "can't tell", "better"};
  const bool is_rate = figure.figure == pass_rate_figure;
  const auto shown = [is_rate](double value) {
    return is_rate ? fmt::format("{:.1f}%", value * 100) : fmt::format("{:.3f}", value);
  };
  FigureRow row;
  row.name = figure_name(figure);
  row.cases = cases_text(figure);
  row.before = shown(figure.before);
  row.after = shown(figure.after);
  row.difference = difference_text(figure);
  const Direction direction = direction_of(figure.difference, 0, true);
  const bool hint = is_hint(figure, direction, comparison.confidence);
  row.direction = hint ? Direction::unclear : direction;
  row.verdict = (hint ? "perhaps " : "") + word(verdicts, direction);
  row.p = p_text(figure.p);
  row.adjusted_p = comparison.figures.size() == 1 ? "" : p_text(figure.adjusted_p);
  row.detectable = figure.detectable < 1 ? points_text(figure.detectable) : "none";
  row.test = figure.test;
  return row;
}

std::string amount_text(double amount, bool is_money) {
  return is_money ? money_text(Usd::picodollars(std::llround(amount * 1e12)))
                  : duration_text(std::chrono::microseconds(std::llround(amount * 1000)));
}

std::string bound_text(double bound) {
  return std::isfinite(bound) ? fmt::format("{:.2f}", bound) : "∞";
}

RatioRow ratio_row(const RatioChange& change, std::string_view part, double Quantiles::* of,
                   const std::optional<Interval>& ratio) {
  constexpr std::array<std::string_view, 3> of_time{"slower", "can't tell", "faster"};
  constexpr std::array<std::string_view, 3> of_money{"dearer", "can't tell", "cheaper"};
  const bool is_money = change.figure == "cost";
  const auto shown = [is_money, of](const std::optional<Quantiles>& quantiles) {
    return of == nullptr ? "" : quantiles ? amount_text((*quantiles).*of, is_money) : std::string("not measured");
  };
  RatioRow row;
  row.name = fmt::format("{} {}", change.figure, part);
  row.before = shown(change.before);
  row.after = shown(change.after);
  if (ratio) {
    row.ratio =
        fmt::format("×{} ({} to {})", bound_text(ratio->value), bound_text(ratio->low), bound_text(ratio->high));
    row.direction = direction_of(*ratio, 1, false);
    row.verdict = word(is_money ? of_money : of_time, row.direction);
  }
  return row;
}

}  // namespace

std::string figure_name(const FigureChange& figure) {
  const std::string name = figure.figure == pass_rate_figure ? "pass rate" : figure.figure;
  return figure.tag.empty() ? name : fmt::format("{} [{}]", name, figure.tag);
}

bool has_bounds(const FigureChange& figure) {
  return figure.clusters > 1 || figure.count < 2;
}

std::string points_text(double share) {
  return std::isfinite(share) ? fmt::format("{:.1f}", rounded(share * 100, 10)) : "unbounded";
}

std::string signed_points_text(double share) {
  return std::isfinite(share) ? fmt::format("{:+.1f}", rounded(share * 100, 10)) : "unbounded";
}

std::vector<FigureRow> figure_rows(const Comparison& comparison) {
  std::vector<FigureRow> rows;
  rows.reserve(comparison.figures.size());
  for (const FigureChange& figure : comparison.figures) {
    rows.push_back(figure_row(figure, comparison));
  }
  return rows;
}

std::vector<RatioRow> ratio_rows(const Comparison& comparison) {
  std::vector<RatioRow> rows;
  for (const RatioChange& change : comparison.ratios) {
    if (!change.before && !change.after) {
      continue;
    }
    rows.push_back(ratio_row(change, "p50", &Quantiles::p50, change.median));
    rows.push_back(ratio_row(change, "p95", &Quantiles::p95, change.p95));
    if (change.figure == "cost") {
      rows.push_back(ratio_row(change, "mean", nullptr, change.mean));
    }
  }
  return rows;
}

}  // namespace promptctl
