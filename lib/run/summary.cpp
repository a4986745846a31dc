#include "run/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "run/case_values.hpp"
#include "run/run_sample.hpp"
#include "stats/confidence.hpp"
#include "stats/interval.hpp"

namespace promptctl {
namespace {

// The repeats of one case on one target.
struct Group {
  long long position = -1;
  std::string target;
  std::vector<std::string> tags;
  CaseSample sample;  // only its counts of repeats
  std::vector<double> scores;
};

double in_milliseconds(std::chrono::microseconds duration) {
  return static_cast<double>(duration.count()) / 1000;
}

void add(std::optional<long long>& sum, const std::optional<long long>& count) {
  if (count) {
    sum = sum.value_or(0) + *count;
  }
}

class Summary {
 public:
  explicit Summary(Reducer reducer) : reducer_(reducer) {}

  void add_result(const CaseResult& result) {
    if (result.position != group_.position || result.target != group_.target) {
      end_group();
      group_ = Group{result.position, result.target, result.tags, {}, {}};
      group_.sample.id = result.case_id;
      group_.sample.quarantined = result.quarantined;
      group_.sample.critical = result.critical;
      group_.sample.group = group_number(result.group);
    }
    ++results_;
    const auto passed = result.passed();
    ++(!passed ? group_.sample.undecided : *passed ? group_.sample.passed : group_.sample.failed);
    if (passed) {
      group_.scores.push_back(result.score.value);
    }
    add_lost(result);
    summary_.judging.add_calls(result.judging);
    if (result.response) {
      add_call(result, *result.response);
      if (!result.quarantined) {
        add_metrics(result.score);
        summary_.judging.add_verdicts(result.score);
      }
    }
  }

  RunSummary finish(const RunHeader& header) {
    end_group();
    std::sort(summary_.flaky.begin(), summary_.flaky.end());
    summary_.missing =
        static_cast<std::size_t>(header.planned) - std::min(results_, static_cast<std::size_t>(header.planned));
    const std::size_t decided = summary_.passed + summary_.failed;
    if (decided > 0) {
      summary_.pass_rate = shares_.share(usual_confidence);
    }
    summary_.score = scores_.mean(usual_confidence);
    summary_.one_group = shares_.is_one_group();
    summary_.latency_ms = quantiles_of(std::move(latencies_));
    summary_.first_token_ms = quantiles_of(std::move(first_tokens_));
    summary_.unknown_prices.assign(unknown_prices_.begin(), unknown_prices_.end());
    const bool is_known = unknown_prices_.empty() && summary_.lost_unknown == 0;
    summary_.cost = is_known && called_ > 0 ? std::optional(summary_.known_cost) : std::nullopt;
    decide(header);
    return std::move(summary_);
  }

 private:
  void end_group() {
    if (group_.position < 0) {
      return;
    }
    const CaseSample& sample = group_.sample;
    if (sample.passed > 0 && sample.failed > 0) {
      summary_.flaky.push_back(sample.id);
    }
    if (sample.quarantined) {
      ++summary_.quarantined;
      return;
    }
    const auto share = reduced(sample, reducer_);
    const bool passed = share && is_pass(*share);
    ++summary_.cases;
    ++(!share ? summary_.errors : passed ? summary_.passed : summary_.failed);
    critical_errors_ += !share && sample.critical ? 1 : 0;
    if (share) {
      shares_.add(*share, sample.group);
    }
    if (!group_.scores.empty()) {
      scores_.add(mean(group_.scores), sample.group);
    }
    for (const std::string& tag : group_.tags) {
      auto& [tag_passed, decided] = summary_.tags[tag];
      tag_passed += passed ? 1 : 0;
      decided += share ? 1 : 0;
    }
  }

  // 0: a cluster of its own.
  std::uint32_t group_number(const std::string& group) {
    const auto next = static_cast<std::uint32_t>(group_numbers_.size() + 1);
    return group.empty() ? 0 : group_numbers_.try_emplace(group, next).first->second;
  }

  // An error is a call too, unless nothing was sent.
  void add_lost(const CaseResult& result) {
    called_ += result.error && result.error->attempts > 0 ? 1 : 0;
    summary_.known_cost += result.lost.known;
    summary_.lost_unknown += static_cast<std::size_t>(result.lost.unknown);
  }

  void add_call(const CaseResult& result, const Response& response) {
    summary_.replayed += result.replayed ? 1 : 0;
    if (result.request_digest.empty()) {
      return;  // The case brought its output: no call, no tokens, no cost.
    }
    ++called_;
    for (const UsageKind& kind : usage_kinds()) {
      add(summary_.tokens.*kind.count, response.usage.*kind.count);
    }
    if (result.cost) {
      summary_.known_cost += *result.cost;
    } else {
      unknown_prices_.insert(result.target);
    }
    if (result.replayed || !response.latency) {
      return;
    }
    latencies_.push_back(in_milliseconds(*response.latency));
    if (response.first_token) {
      first_tokens_.push_back(in_milliseconds(*response.first_token));
    }
  }

  void add_metrics(const Score& score) {
    for (const AssertionResult& assertion : score.assertions) {
      if (assertion.metric.empty() || assertion.outcome == AssertionResult::Outcome::error) {
        continue;
      }
      MetricSummary& metric = summary_.metrics[assertion.metric];
      ++metric.count;
      metric.passed += assertion.outcome == AssertionResult::Outcome::passed ? 1 : 0;
      metric.score += (assertion.score - metric.score) / static_cast<double>(metric.count);
    }
  }

  void decide(const RunHeader& header) {
    const double share =
        summary_.cases == 0 ? 1 : static_cast<double>(summary_.errors) / static_cast<double>(summary_.cases);
    if (summary_.cases == 0) {
      summary_.verdict_reason = summary_.quarantined > 0 ? "every case is in quarantine" : "no case has a result";
    } else if (summary_.missing > 0) {
      summary_.verdict_reason = fmt::format("the run was stopped: {} of {} results are missing",
                                            grouped(summary_.missing), grouped(header.planned));
    } else if (summary_.passed + summary_.failed == 0) {
      summary_.verdict_reason = "no case has a verdict";
    } else if (share > header.tolerated_errors) {
      summary_.verdict_reason =
          fmt::format("{} of {} without a verdict, {}% tolerated", grouped(summary_.errors),
                      counted(summary_.cases, "case"), number_text(header.tolerated_errors * 100));
    } else if (summary_.failed > 0) {
      summary_.verdict = Verdict::rejected;
      summary_.verdict_reason = fmt::format("{} failed", counted(summary_.failed, "case"));
    } else if (critical_errors_ > 0) {
      summary_.verdict_reason = counted(critical_errors_, "critical case") + " without a verdict";
    } else {
      summary_.verdict = Verdict::accepted;
      summary_.verdict_reason = fmt::format("{} passed", counted(summary_.passed, "case"));
    }
  }

  RunSummary summary_;
  Group group_;
  std::size_t results_ = 0;
  std::size_t called_ = 0;
  std::size_t critical_errors_ = 0;  // none is tolerated
  Reducer reducer_;
  std::map<std::string, std::uint32_t> group_numbers_;
  CaseValues shares_;
  CaseValues scores_;
  std::vector<double> latencies_;
  std::vector<double> first_tokens_;
  std::set<std::string> unknown_prices_;
};

}  // namespace

RunSummary summarize(const RunHeader& header, const EachResult& each_result) {
  Summary summary(header.reducer);
  each_result([&summary](const CaseResult& result) { summary.add_result(result); });
  return summary.finish(header);
}

}  // namespace promptctl
