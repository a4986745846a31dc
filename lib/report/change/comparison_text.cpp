#include "report/change/comparison_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "compare/compare.hpp"
#include "compare/figures.hpp"
#include "report/change/figure_rows.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_flaky = 10;
constexpr std::size_t digest_start = 8;  // hex digits that name a content to a reader

std::string number(std::size_t count) {
  return grouped(static_cast<long long>(count));
}

std::string cases(std::size_t count) {
  return fmt::format("{} {}", number(count), count == 1 ? "case" : "cases");
}

std::string one_or_both(const std::string& before, const std::string& after) {
  return before == after ? before : fmt::format("{}→{}", before, after);
}

std::string start_of(const std::string& digest) {
  return digest.substr(0, digest_start);
}

// Digests are long and their start names them; other conditions are shown as they are.
std::string condition(const std::string& text) {
  const bool is_digest = text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
  return is_digest ? start_of(text) : text;
}

void add_detectable(const Comparison& comparison, std::vector<std::string>& remarks) {
  const auto rate = std::find_if(comparison.figures.begin(), comparison.figures.end(), [](const FigureChange& figure) {
    return figure.figure == pass_rate_figure && figure.tag.empty();
  });
  if (rate == comparison.figures.end()) {
    return;
  }
  const std::string in_groups =
      rate->clusters == rate->count ? "" : fmt::format(" in {}", counted(rate->clusters, "group"));
  const std::string sample = cases(rate->count) + in_groups;
  remarks.push_back(
      rate->detectable < 1
          ? fmt::format("with {}, a true difference of {} points in the pass rate is seen 4 times of 5, a "
                        "smaller one less often",
                        sample, points_text(rate->detectable))
          : fmt::format("with {}, no difference in the pass rate is seen reliably", sample));
}

void add_worst_case(const Comparison& comparison, std::vector<std::string>& remarks) {
  if (comparison.worst_case) {
    remarks.push_back(fmt::format(
        "{} undecided: were they all to go one way, the difference in the pass rate would be {} or {} points",
        cases(comparison.counts.undecided), signed_points_text(comparison.worst_case->low),
        signed_points_text(comparison.worst_case->high)));
  }
}

std::string_view exclusion(const RatioChange& ratio) {
  return ratio.figure == "latency"       ? "replayed or failed"
         : ratio.figure == "first token" ? "replayed, failed or not streamed"
                                         : "failed or unpriced";
}

void add_excluded(const Comparison& comparison, std::vector<std::string>& remarks) {
  for (const RatioChange& ratio : comparison.ratios) {
    const bool measured = ratio.before || ratio.after;
    const bool says_more = measured || ratio.figure != "first token";  // Without any, the latency has said it.
    const std::string_view unit = ratio.figure == "cost" ? "cases" : "calls";
    if (ratio.timeouts > 0) {
      remarks.push_back(fmt::format("{}: {} timed out, slower than all that were answered; times are not compared",
                                    ratio.figure, counted(ratio.timeouts, "call")));
    }
    if (says_more && ratio.excluded_before + ratio.excluded_after > 0) {
      remarks.push_back(fmt::format("{}: {} {} before and {} after were {}{}", ratio.figure,
                                    number(ratio.excluded_before), unit, number(ratio.excluded_after), exclusion(ratio),
                                    measured ? ", and are left out" : "; there is nothing to compare"));
    }
  }
}

void add_flaky(std::string_view when, const std::vector<std::string>& ids, std::vector<std::string>& remarks) {
  if (ids.empty()) {
    return;
  }
  const auto shown = static_cast<std::ptrdiff_t>(std::min(ids.size(), most_flaky));
  const std::string listed = join({ids.begin(), ids.begin() + shown}, ", ");
  const std::string more = ids.size() > most_flaky ? fmt::format(" and {} more", number(ids.size() - most_flaky)) : "";
  remarks.push_back(fmt::format("flaky {}, {}: {}{}", when, cases(ids.size()), listed, more));
}

}  // namespace

std::string comparison_title(const Comparison& comparison) {
  return fmt::format("{} with {}", comparison.after.suite_id, join(comparison.after.targets, ", "));
}

std::string counts_text(const Comparison& comparison) {
  const CaseCounts& counts = comparison.counts;
  std::string text = fmt::format("{} in both runs: {} lost, {} worse, {} unchanged, {} better, {} gained",
                                 cases(comparison.joined), number(counts.lost), number(counts.worse),
                                 number(counts.unchanged), number(counts.better), number(counts.gained));
  const std::array<std::pair<std::size_t, std::string_view>, 4> rest{{{counts.undecided, "undecided"},
                                                                      {counts.quarantined, "quarantined"},
                                                                      {counts.only_before, "only in the run before"},
                                                                      {counts.only_after, "only in the run after"}}};
  for (const auto& [count, what] : rest) {
    text += count == 0 ? "" : fmt::format(", {} {}", number(count), what);
  }
  return text;
}

std::string drift_text(const Comparison& comparison) {
  std::vector<std::string> conditions;
  conditions.reserve(comparison.drift.size());
  for (const Drift& drift : comparison.drift) {
    conditions.push_back(fmt::format("{} ({} → {})", drift.what, condition(drift.before), condition(drift.after)));
  }
  return conditions.empty() ? ""
                            : fmt::format("not the prompt alone changed, but also the {}", join(conditions, ", the "));
}

std::vector<std::string> comparison_remarks(const Comparison& comparison) {
  std::vector<std::string> remarks;
  add_detectable(comparison, remarks);
  add_worst_case(comparison, remarks);
  add_excluded(comparison, remarks);
  add_flaky("before", comparison.flaky_before, remarks);
  add_flaky("after", comparison.flaky_after, remarks);
  return remarks;
}

std::string comparison_signature(const Comparison& comparison) {
  const RunHeader& before = comparison.before;
  const RunHeader& after = comparison.after;
  return fmt::format(
      "dataset:{} cases:{} repeats:{} reducer:{} before:{} after:{} suite:{} model:{} interval:{}% bootstrap-seed:{} "
      "promptctl:{}",
      one_or_both(start_of(before.dataset_digest), start_of(after.dataset_digest)), comparison.joined,
      one_or_both(std::to_string(before.repeat), std::to_string(after.repeat)),
      one_or_both(std::string(reducer_name(before.reducer)), std::string(reducer_name(after.reducer))),
      start_of(before.prompt_digest), start_of(after.prompt_digest),
      one_or_both(start_of(before.suite_digest), start_of(after.suite_digest)),
      one_or_both(join(before.targets, ","), join(after.targets, ",")), number_text(comparison.confidence * 100),
      bootstrap_seed, one_or_both(before.tool, after.tool));
}

bool ShownCase::fails_after() const {
  return change->kind == CaseChange::Kind::lost || change->kind == CaseChange::Kind::worse;
}

std::vector<ShownCase> shown_cases(const SuiteChange& change, std::size_t most) {
  std::vector<ShownCase> shown;
  const std::vector<CaseChange>& changes = change.comparison.changes;
  for (std::size_t at = 0; at < std::min(most, changes.size()); ++at) {
    const bool is_known = at < change.replies.size() && change.replies[at].id == changes[at].id;
    shown.push_back({&changes[at], is_known ? &change.replies[at] : nullptr});
  }
  return shown;
}

std::string_view case_change_word(CaseChange::Kind kind) {
  constexpr std::array<std::string_view, 4> words{"lost", "worse", "better", "gained"};
  return words[static_cast<std::size_t>(kind)];
}

std::string case_title(const CaseChange& change) {
  return fmt::format("{}{}{}", change.id, change.critical ? " (critical)" : "",
                     change.quarantined ? " (quarantined)" : "");
}

std::string case_scores(const CaseChange& change) {
  return fmt::format("{:.3f} → {:.3f}", change.score_before, change.score_after);
}

}  // namespace promptctl
