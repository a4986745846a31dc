#include "report/change/comparison_value.hpp"

#include <cmath>

#include "base/utc.hpp"
#include "compare/compare.hpp"
#include "document/figure_value.hpp"
#include "document/value_list.hpp"
#include "report/change/comparison_text.hpp"

namespace promptctl {
namespace {

// US dollars a case are small: to the picodollar, as exact as money is anywhere.
Value dollars_value(double dollars) {
  constexpr double picodollars = 1e12;
  return std::isfinite(dollars) ? number_value(std::round(dollars * picodollars) / picodollars) : Value();
}

Value dollars_value(const std::optional<Quantiles>& quantiles) {
  if (!quantiles) {
    return {};
  }
  return map_value()
      .set("count", count_value(quantiles->count))
      .set("p50", dollars_value(quantiles->p50))
      .set("p90", dollars_value(quantiles->p90))
      .set("p95", dollars_value(quantiles->p95))
      .set("p99", dollars_value(quantiles->p99))
      .set("max", dollars_value(quantiles->max));
}

Value run_value(const RunHeader& run) {
  return map_value()
      .set("id", text_value(run.id))
      .set("prompt", text_value(run.prompt_id))
      .set("prompt_digest", text_value(run.prompt_digest))
      .set("suite_digest", text_value(run.suite_digest))
      .set("dataset_digest", text_value(run.dataset_digest))
      .set("models", texts_value(run.targets))
      .set("repeat", integer_value(run.repeat))
      .set("reducer", text_value(reducer_name(run.reducer)))
      .set("selection", text_value(run.selection))
      .set("commit", run.commit ? text_value(*run.commit) : Value())
      .set("dirty", run.commit ? boolean_value(run.is_dirty()) : Value())
      .set("offline", boolean_value(run.offline))
      .set("started", text_value(utc_text(run.started)))
      .set("promptctl", text_value(run.tool));
}

Value drift_value(const Drift& drift) {
  return map_value()
      .set("what", text_value(drift.what))
      .set("before", text_value(drift.before))
      .set("after", text_value(drift.after));
}

Value counts_value(const Comparison& comparison) {
  const CaseCounts& counts = comparison.counts;
  return map_value()
      .set("joined", count_value(comparison.joined))
      .set("lost", count_value(counts.lost))
      .set("worse", count_value(counts.worse))
      .set("unchanged", count_value(counts.unchanged))
      .set("better", count_value(counts.better))
      .set("gained", count_value(counts.gained))
      .set("undecided", count_value(counts.undecided))
      .set("quarantined", count_value(counts.quarantined))
      .set("only_before", count_value(counts.only_before))
      .set("only_after", count_value(counts.only_after));
}

Value figure_change_value(const FigureChange& figure) {
  return map_value()
      .set("figure", text_value(figure.figure))
      .set("tag", figure.tag.empty() ? Value() : text_value(figure.tag))
      .set("count", count_value(figure.count))
      .set("clusters", count_value(figure.clusters))
      .set("before", figure_value(figure.before))
      .set("after", figure_value(figure.after))
      .set("difference", interval_value(figure.difference, "value"))
      .set("method", text_value(figure.method))
      .set("bootstrap", interval_value(figure.bootstrap, "value"))
      .set("test", text_value(figure.test))
      .set("p", figure_value(figure.p))
      .set("mid_p", figure.mid_p ? figure_value(*figure.mid_p) : Value())
      .set("adjusted_p", figure_value(figure.adjusted_p))
      .set("effect", figure_value(figure.effect))
      .set("detectable", figure_value(figure.detectable));
}

Value ratio_change_value(const RatioChange& ratio) {
  const bool is_money = ratio.figure == "cost";
  return map_value()
      .set("figure", text_value(ratio.figure))
      .set("unit", text_value(is_money ? "USD" : "ms"))
      .set("before", is_money ? dollars_value(ratio.before) : quantiles_value(ratio.before))
      .set("after", is_money ? dollars_value(ratio.after) : quantiles_value(ratio.after))
      .set("median_ratio", interval_value(ratio.median, "value"))
      .set("p95_ratio", interval_value(ratio.p95, "value"))
      .set("mean_ratio", interval_value(ratio.mean, "value"))
      .set("excluded_before", count_value(ratio.excluded_before))
      .set("excluded_after", count_value(ratio.excluded_after));
}

Value case_value(const CaseChange& change) {
  return map_value()
      .set("case", text_value(change.id))
      .set("change", text_value(case_change_word(change.kind)))
      .set("critical", boolean_value(change.critical))
      .set("quarantined", boolean_value(change.quarantined))
      .set("score_before", figure_value(change.score_before))
      .set("score_after", figure_value(change.score_after));
}

Value reply_value(const ReplyChange& reply) {
  return map_value()
      .set("case", text_value(reply.id))
      .set("before", text_value(reply.before))
      .set("after", text_value(reply.after))
      .set("failing", texts_value(reply.failing));
}

}  // namespace

Value suite_change_value(const SuiteChange& change) {
  const Comparison& comparison = change.comparison;
  return map_value()
      .set("suite", text_value(comparison.after.suite_id))
      .set("before", run_value(comparison.before))
      .set("after", run_value(comparison.after))
      .set("confidence", figure_value(comparison.confidence))
      .set("bootstrap_seed", integer_value(static_cast<long long>(bootstrap_seed)))
      .set("drift", list_of(comparison.drift, drift_value))
      .set("cases", counts_value(comparison))
      .set("figures", list_of(comparison.figures, figure_change_value))
      .set("ratios", list_of(comparison.ratios, ratio_change_value))
      .set("worst_case", interval_value(comparison.worst_case, "value"))
      .set("flaky_before", texts_value(comparison.flaky_before))
      .set("flaky_after", texts_value(comparison.flaky_after))
      .set("changes", list_of(comparison.changes, case_value))
      .set("replies", list_of(change.replies, reply_value));
}

}  // namespace promptctl
