#include "run/run_costing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "price/cost.hpp"
#include "price/money.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_costly_calls = 10;

bool is_costlier(const CostlyCall& a, const CostlyCall& b) {
  return a.cost > b.cost;
}

Price without_cached_rates(Price price) {
  price.cached_input.reset();
  price.cached_audio.reset();
  price.cache_write.reset();
  price.cache_write_1h.reset();
  return price;
}

}  // namespace

RunCosting::RunCosting(CostQuestion question) : question_(std::move(question)), others_(question_.as.size()) {}

void RunCosting::add(const CaseResult& result) {
  costs_.lost += result.lost;
  costs_.fresh += result.lost.known;
  if (!result.response) {
    add_failed(result);
  } else if (!result.request_digest.empty()) {  // Else the case brought its output, and nobody was asked.
    add_call(result, *result.response);
  }
}

// One that nobody charges for is no call of a bill, and one that nobody knows the cost of is in none.
void RunCosting::add_failed(const CaseResult& result) {
  costs_.failed += result.error && result.error->attempts > 0 ? 1 : 0;
  costs_.retries += result.error ? std::max(0, result.error->attempts - 1) : 0;
  if (result.lost.known > Usd()) {
    charged_.add(result.position, result.group, result.lost.known);
  }
}

void RunCosting::add_call(const CaseResult& result, const Response& response) {
  ++costs_.calls;
  costs_.retries += result.replayed ? 0 : std::max(0, response.attempts - 1);
  add_to_others(result, response.usage);
  if (!result.cost) {
    ++costs_.unpriced;
    ++unknown_[result.target];
    return;
  }
  costs_.known += *result.cost;
  charged_.add(result.position, result.group, *result.cost + result.lost.known);
  (result.replayed ? costs_.replayed : costs_.fresh) += *result.cost;
  add_parts(result, response.usage);
  add_to_tags(result);
  add_costly(result, response);
}

void RunCosting::add_parts(const CaseResult& result, const Usage& usage) {
  const Price* price = price_of(question_.prices, result.target);
  if (const auto parts = cost_parts(usage, price)) {
    parts_ += *parts;
    const Price plain = without_cached_rates(*price);
    without_cache_ += cost_of(usage, &plain).value_or(parts->total);
  }
}

void RunCosting::add_to_tags(const CaseResult& result) {
  for (const std::string& tag : result.tags) {
    TagSum& sum = tags_[tag];
    sum.cost += *result.cost;
    ++sum.calls;
    sum.cases += sum.position == result.position ? 0 : 1;
    sum.position = result.position;
  }
}

void RunCosting::add_costly(const CaseResult& result, const Response& response) {
  const CostlyCall call{result.case_id, result.repeat, *result.cost, response.usage.input, response.usage.output};
  auto& costly = costs_.costly;
  costly.insert(std::upper_bound(costly.begin(), costly.end(), call, is_costlier), call);
  costly.resize(std::min(costly.size(), most_costly_calls));
}

void RunCosting::add_to_others(const CaseResult& result, const Usage& usage) {
  for (std::size_t at = 0; at < others_.size(); ++at) {
    const auto& price = question_.as[at].price;
    if (const auto cost = cost_of(usage, price ? &price->price : nullptr)) {
      others_[at].calls.add(result.position, result.group, *cost);
    } else {
      ++others_[at].unpriced;
    }
  }
}

WhatIf RunCosting::what_if(const OtherTarget& target, const Other& other) const {
  WhatIf what_if;
  what_if.target = target.name;
  if (!target.price) {
    what_if.why = "no price is known" + (target.hint.empty() ? "" : "; " + target.hint);
    return what_if;
  }
  what_if.origin = target.price->origin;
  what_if.mean = other.calls.mean();
  if (other.calls.calls() + static_cast<long long>(other.unpriced) == 0) {
    what_if.why = "nothing was called";
  } else if (other.unpriced > 0) {
    what_if.why = fmt::format("{} without a count of tokens", counted(other.unpriced, "call"));
  } else {
    what_if.total = other.calls.total();
  }
  what_if.projection = question_.per_day ? other.calls.projection(*question_.per_day) : std::nullopt;
  return what_if;
}

RunCosts RunCosting::finish(std::size_t passed) {
  costs_.mean = charged_.mean();
  costs_.projection = question_.per_day ? charged_.projection(*question_.per_day) : std::nullopt;
  for (const auto& [target, calls] : unknown_) {
    costs_.unknown.push_back({target, calls});
  }
  if (const auto total = costs_.total(); total && passed > 0) {
    costs_.per_passed = divided(*total, static_cast<long long>(passed));
  }
  for (const auto& [name, sum] : tags_) {
    costs_.tags.push_back({name, sum.cases, divided(sum.cost, sum.calls)});
  }
  if (costs_.calls > costs_.unpriced && parts_.total == costs_.known) {
    costs_.parts = parts_;
    costs_.prompt_cache_saved = without_cache_ + parts_.total.times(-1);
  }
  for (std::size_t at = 0; at < others_.size(); ++at) {
    costs_.as.push_back(what_if(question_.as[at], others_[at]));
  }
  return std::move(costs_);
}

}  // namespace promptctl
