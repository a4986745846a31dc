#include "run/run_sampling.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace promptctl {
namespace {

float in_milliseconds(std::chrono::microseconds duration) {
  return static_cast<float>(duration.count()) / 1000.0F;
}

void count_one(std::uint16_t& count) {
  count += count < std::numeric_limits<std::uint16_t>::max() ? 1 : 0;
}

// Lets `items` name their cases as the new order has them.
template <typename Item>
void renumber(std::vector<Item>& items, const std::vector<std::uint32_t>& place) {
  for (Item& item : items) {
    item.sample = place[item.sample];
  }
}

// Sorts `names`, but for the first `fixed`, and returns where each of them went.
std::vector<std::uint32_t> sort_names(std::vector<std::string>& names, std::size_t fixed) {
  std::vector<std::uint32_t> order(names.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin() + static_cast<std::ptrdiff_t>(fixed), order.end(),
            [&names](std::uint32_t a, std::uint32_t b) { return names[a] < names[b]; });
  std::vector<std::string> sorted;
  std::vector<std::uint32_t> place(names.size());
  for (const std::uint32_t old : order) {
    place[old] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(names[old]));
  }
  names = std::move(sorted);
  return place;
}

void sort_names_of(RunSample& sample) {
  const auto groups = sort_names(sample.groups, 1);
  for (CaseSample& one : sample.cases) {
    one.group = groups[one.group];
  }
  const auto tags = sort_names(sample.tags, 0);
  for (TagSample& one : sample.tagged) {
    one.tag = tags[one.tag];
  }
  const auto metrics = sort_names(sample.metrics, 0);
  for (MetricSample& one : sample.measured) {
    one.metric = metrics[one.metric];
  }
}

void sort_cases(RunSample& sample) {
  std::vector<std::uint32_t> order(sample.cases.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto& cases = sample.cases;
  std::sort(order.begin(), order.end(),
            [&cases](std::uint32_t a, std::uint32_t b) { return cases[a].id < cases[b].id; });
  std::vector<std::uint32_t> place(order.size());
  std::vector<CaseSample> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t old : order) {
    place[old] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(sample.cases[old]));
  }
  sample.cases = std::move(sorted);
  renumber(sample.tagged, place);
  renumber(sample.measured, place);
  renumber(sample.calls, place);
}

// By case, and within one by `rest`: all that an item says, so that no order of the results shows.
template <typename Item, typename Rest>
void sort_by_case(std::vector<Item>& items, Rest&& rest) {
  std::sort(items.begin(), items.end(), [&rest](const Item& a, const Item& b) {
    return std::pair(a.sample, rest(a)) < std::pair(b.sample, rest(b));
  });
}

}  // namespace

std::uint32_t RunSampling::number_of(const std::string& name, std::vector<std::string>& names,
                                     std::map<std::string, std::uint32_t>& numbers) {
  const auto [place, is_new] = numbers.try_emplace(name, static_cast<std::uint32_t>(names.size()));
  if (is_new) {
    names.push_back(name);
  }
  return place->second;
}

void RunSampling::begin_case(const CaseResult& result) {
  position_ = result.position;
  CaseSample sample;
  sample.id = result.case_id;
  sample.group = number_of(result.group, sample_.groups, group_numbers_);
  sample.critical = result.critical;
  sample.quarantined = result.quarantined;
  const auto index = static_cast<std::uint32_t>(sample_.cases.size());
  for (const std::string& tag : result.tags) {
    sample_.tagged.push_back({index, number_of(tag, sample_.tags, tag_numbers_)});
  }
  sample_.cases.push_back(std::move(sample));
}

void RunSampling::end_case() {
  if (sample_.cases.empty()) {
    return;
  }
  CaseSample& sample = sample_.cases.back();
  sample.score = score_.count == 0 ? 0 : score_.sum / static_cast<double>(score_.count);
  const auto index = static_cast<std::uint32_t>(sample_.cases.size() - 1);
  for (const auto& [metric, mean] : metrics_) {
    const auto all = static_cast<double>(mean.count + mean.undecided);
    sample_.measured.push_back({index, metric, mean.count == 0 ? 0 : mean.sum / static_cast<double>(mean.count),
                                static_cast<double>(mean.undecided) / all});
  }
  score_ = {};
  metrics_.clear();
}

void RunSampling::add(const CaseResult& result) {
  if (result.position != position_ || sample_.cases.empty()) {
    end_case();
    begin_case(result);
  }
  CaseSample& sample = sample_.cases.back();
  const auto passed = result.passed();
  count_one(!passed ? sample.undecided : *passed ? sample.passed : sample.failed);
  sample_.replayed += result.replayed && !result.request_digest.empty() ? 1 : 0;
  sample_.timeouts += result.error && result.error->kind == ProviderError::Kind::timeout ? 1 : 0;
  if (passed) {
    score_.sum += result.score.value;
    ++score_.count;
  }
  add_score(result.score, passed.has_value());
  if (!sample.quarantined) {
    count_judges(result);
  }
  add_call(result, sample);
}

void RunSampling::count_judges(const CaseResult& result) {
  sample_.replayed_verdicts += static_cast<std::size_t>(
      std::count_if(result.judging.begin(), result.judging.end(), [](const JudgeCall& call) { return call.replayed; }));
  const bool is_tuned_on = std::find(result.tags.begin(), result.tags.end(), tune_tag) != result.tags.end();
  for (const AssertionResult& assertion : result.score.assertions) {
    if (!assertion.label.empty() && result.repeat == 1 && !is_tuned_on) {
      ++sample_.ratings[{assertion.label, assertion.said}];
    }
    sample_.judged += assertion.judge.empty() ? 0 : 1;
    sample_.judge_errors += !assertion.judge.empty() && assertion.doubt ? 1 : 0;
  }
}

// What a repeat without a verdict says of a metric is as undecided as the repeat is.
void RunSampling::add_score(const Score& score, bool is_decided) {
  for (const AssertionResult& assertion : score.assertions) {
    if (assertion.metric.empty()) {
      continue;
    }
    Mean& mean = metrics_[number_of(assertion.metric, sample_.metrics, metric_numbers_)];
    if (is_decided && assertion.outcome != AssertionResult::Outcome::error) {
      mean.sum += assertion.score;
      ++mean.count;
    } else {
      ++mean.undecided;
    }
  }
}

void RunSampling::add_call(const CaseResult& result, CaseSample& of_case) {
  if (!result.response || result.request_digest.empty()) {
    return;  // The case brought its output, or nothing answered.
  }
  const Response& response = *result.response;
  sample_.model = response.model.empty() ? sample_.model : response.model;
  const auto cost = result.whole_cost();
  count_one(cost ? of_case.priced : of_case.unpriced);
  of_case.picodollars += cost ? cost->picodollars() : 0;
  if (!result.replayed && response.latency) {
    const auto index = static_cast<std::uint32_t>(sample_.cases.size() - 1);
    const float first_token = response.first_token ? in_milliseconds(*response.first_token) : -1.0F;
    sample_.calls.push_back({index, in_milliseconds(*response.latency), first_token});
  }
}

RunSample RunSampling::finish() {
  end_case();
  sort_names_of(sample_);
  sort_cases(sample_);
  sort_by_case(sample_.tagged, [](const TagSample& one) { return one.tag; });
  sort_by_case(sample_.measured, [](const MetricSample& one) { return one.metric; });
  sort_by_case(sample_.calls, [](const CallSample& one) { return std::pair(one.latency_ms, one.first_token_ms); });
  return std::move(sample_);
}

std::vector<std::string> flaky_cases(const RunSample& sample) {
  std::vector<std::string> ids;
  for (const CaseSample& one : sample.cases) {
    if (one.passed > 0 && one.failed > 0) {
      ids.push_back(one.id);
    }
  }
  return ids;
}

}  // namespace promptctl
