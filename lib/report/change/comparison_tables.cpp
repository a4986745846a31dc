#include "report/change/comparison_tables.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "report/change/figure_rows.hpp"

namespace promptctl {
namespace {

std::string before_after(const std::string& before, const std::string& after) {
  return before.empty() && after.empty() ? "" : fmt::format("{} → {}", before, after);
}

std::string with_interval(std::string_view unit, const Comparison& comparison) {
  return fmt::format("{} ({}% interval)", unit, number_text(comparison.confidence * 100));
}

}  // namespace

Table figures_table(const Comparison& comparison) {
  Table table{{{"figure"},
               {"before → after", true},
               {with_interval("points", comparison), true},
               {"verdict"},
               {"cases", true},
               {"p", true},
               {"p (Holm)", true},
               {"test"},
               {"detectable", true}},
              {}};
  for (const FigureRow& row : figure_rows(comparison)) {
    table.rows.push_back({{row.name},
                          {before_after(row.before, row.after)},
                          {row.difference},
                          {row.verdict, row.direction},
                          {row.cases},
                          {row.p},
                          {row.adjusted_p},
                          {row.test},
                          {row.detectable}});
  }
  return table;
}

Table ratios_table(const Comparison& comparison) {
  Table table{{{"time and cost"}, {"before → after", true}, {with_interval("ratio", comparison), true}, {"verdict"}},
              {}};
  for (const RatioRow& row : ratio_rows(comparison)) {
    table.rows.push_back(
        {{row.name}, {before_after(row.before, row.after)}, {row.ratio}, {row.verdict, row.direction}});
  }
  return table;
}

}  // namespace promptctl
