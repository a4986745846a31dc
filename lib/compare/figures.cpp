#include "compare/figures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "stats/interval.hpp"

namespace promptctl {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double picodollars_a_dollar = 1e12;

std::vector<double> verdicts(const RunSample& sample) {
  std::vector<double> values(sample.cases.size(), none);
  for (std::size_t at = 0; at < values.size(); ++at) {
    values[at] = reduced(sample.cases[at], sample.header.reducer).value_or(none);
  }
  return values;
}

std::vector<double> scores(const RunSample& sample) {
  std::vector<double> values(sample.cases.size(), none);
  for (std::size_t at = 0; at < values.size(); ++at) {
    values[at] = sample.cases[at].judged() > 0 ? sample.cases[at].score : none;
  }
  return values;
}

std::vector<double> metric_scores(const RunSample& sample, const std::string& metric) {
  std::vector<double> values(sample.cases.size(), none);
  for (const MetricSample& measured : sample.measured) {
    if (sample.metrics[measured.metric] == metric && measured.undecided < 1) {
      values[measured.sample] = measured.score;
    }
  }
  return values;
}

std::vector<bool> cases_with_tag(const RunSample& sample, const std::string& tag) {
  std::vector<bool> inside(sample.cases.size(), tag.empty());
  for (const TagSample& tagged : sample.tagged) {
    if (!tag.empty() && sample.tags[tagged.tag] == tag) {
      inside[tagged.sample] = true;
    }
  }
  return inside;
}

double cost_of_one_call(const CaseSample& one) {
  return static_cast<double>(one.picodollars) / picodollars_a_dollar / one.priced;
}

bool is_priced(const CaseSample& one) {
  return one.priced > 0 && one.unpriced == 0;
}

bool has_value(const CallSample& call, CallFigure figure) {
  return figure == CallFigure::latency || call.first_token_ms >= 0;
}

double value_of(const CallSample& call, CallFigure figure) {
  return static_cast<double>(figure == CallFigure::latency ? call.latency_ms : call.first_token_ms);
}

constexpr std::uint32_t not_joined = std::numeric_limits<std::uint32_t>::max();

// `units` by place in the sample's cases.
PairedCalls calls_of(const RunSample& sample, const std::vector<std::uint32_t>& units, CallFigure figure) {
  PairedCalls calls;
  const auto add = [&](std::uint32_t place, double value) {
    if (units[place] != not_joined && !sample.cases[place].quarantined) {
      calls.value.push_back(value);
      calls.unit.push_back(units[place]);
    }
  };
  if (figure == CallFigure::cost) {
    for (std::uint32_t place = 0; place < sample.cases.size(); ++place) {
      if (is_priced(sample.cases[place])) {
        add(place, cost_of_one_call(sample.cases[place]));
      }
    }
    return calls;
  }
  for (const CallSample& call : sample.calls) {
    if (has_value(call, figure)) {
      add(call.sample, value_of(call, figure));
    }
  }
  return calls;
}

}  // namespace

std::vector<double> figure_of_cases(const RunSample& sample, const FigureName& name) {
  std::vector<double> values = name.figure == pass_rate_figure ? verdicts(sample)
                               : name.figure == score_figure   ? scores(sample)
                                                               : metric_scores(sample, name.figure);
  const std::vector<bool> inside = cases_with_tag(sample, name.tag);
  for (std::size_t at = 0; at < values.size(); ++at) {
    if (!inside[at] || sample.cases[at].quarantined) {
      values[at] = none;
    }
  }
  return values;
}

CaseValues case_values(const RunSample& sample, const FigureName& name) {
  CaseValues values;
  const std::vector<double> all = figure_of_cases(sample, name);
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (!std::isnan(all[at])) {
      values.add(all[at], sample.cases[at].group);
    }
  }
  return values;
}

CaseJoin join_cases(const RunSample& before, const RunSample& after) {
  CaseJoin join;
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  while (left < before.cases.size() && right < after.cases.size()) {
    const int order = before.cases[left].id.compare(after.cases[right].id);
    if (order == 0) {
      join.pairs.emplace_back(left++, right++);
    } else if (order < 0) {
      ++left;
    } else {
      ++right;
    }
  }
  join.only_before = before.cases.size() - join.pairs.size();
  join.only_after = after.cases.size() - join.pairs.size();
  return join;
}

PairedFigure::PairedFigure(const RunSample& before, const RunSample& after, const CaseJoin& join,
                           const FigureName& name) {
  const std::vector<double> old_values = figure_of_cases(before, name);
  const std::vector<double> new_values = figure_of_cases(after, name);
  for (const auto& [left, right] : join.pairs) {
    const double was = old_values[left];
    const double is = new_values[right];
    if (std::isnan(was) || std::isnan(is)) {
      continue;
    }
    before_ += was;
    after_ += is;
    binary_ = binary_ && (was == 0 || was == 1) && (is == 0 || is == 1);
    ++(was > is ? counts_.lost : was < is ? counts_.gained : is > 0 ? counts_.both : counts_.neither);
    const std::uint32_t group = after.cases[right].group;
    grouped_ = grouped_ || group != 0;
    clusters_.push_back(promptctl::cluster_of(group, differences_.size()));
    differences_.push_back(is - was);
  }
  if (!grouped_) {
    clusters_ = std::vector<std::uint32_t>();
  }
  if (!differences_.empty()) {
    before_ /= static_cast<double>(differences_.size());
    after_ /= static_cast<double>(differences_.size());
  }
}

Interval PairedFigure::difference(double confidence) const {
  if (is_rate()) {
    const Bounds bounds = tango_interval(counts_, confidence);
    return {after_ - before_, bounds.low, bounds.high};
  }
  const Bounds bounds = !grouped_ ? mean_interval(differences_, -1, 1, confidence)
                        : binary_ ? clustered_tango_interval(differences_, clusters_, confidence)
                                  : clustered_mean_interval(differences_, clusters_, -1, 1, confidence);
  return {after_ - before_, bounds.low, bounds.high};
}

std::string_view PairedFigure::method() const {
  return binary_ ? (grouped_ ? "cluster Tango" : "Tango") : grouped_ ? "cluster t" : "t";
}

double PairedFigure::standard_deviation() const {
  const double center = after_ - before_;
  double squares = (1 - center) * (1 - center) + (1 + center) * (1 + center);
  for (const double difference : differences_) {
    squares += (difference - center) * (difference - center);
  }
  return std::sqrt(squares / static_cast<double>(differences_.size() + 1));
}

CallPair paired_calls(const RunSample& before, const RunSample& after, const CaseJoin& join, CallFigure figure) {
  std::vector<std::uint32_t> left(before.cases.size(), not_joined);
  std::vector<std::uint32_t> right(after.cases.size(), not_joined);
  for (std::uint32_t unit = 0; unit < join.pairs.size(); ++unit) {
    left[join.pairs[unit].first] = unit;
    right[join.pairs[unit].second] = unit;
  }
  return {calls_of(before, left, figure), calls_of(after, right, figure)};
}

std::vector<double> call_values(const RunSample& sample, CallFigure figure) {
  std::vector<std::uint32_t> places(sample.cases.size());
  std::iota(places.begin(), places.end(), 0U);
  const PairedCalls calls = calls_of(sample, places, figure);
  std::vector<double> sums(sample.cases.size(), 0);
  std::vector<std::size_t> counts(sample.cases.size(), 0);
  for (std::size_t at = 0; at < calls.value.size(); ++at) {
    sums[calls.unit[at]] += calls.value[at];
    ++counts[calls.unit[at]];
  }
  std::vector<double> values;
  for (std::size_t place = 0; place < sums.size(); ++place) {
    if (counts[place] > 0) {
      values.push_back(sums[place] / static_cast<double>(counts[place]));
    }
  }
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace promptctl
