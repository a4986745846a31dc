#include "run/run_timing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "base/text.hpp"
#include "stats/bootstrap.hpp"
#include "stats/confidence.hpp"
#include "stats/interval.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_slow_calls = 10;
constexpr double longer_than_any = std::numeric_limits<double>::infinity();
constexpr std::array<long long, 5> length_edges{500, 2'000, 8'000, 32'000, 128'000};  // input tokens

double in_milliseconds(std::chrono::microseconds duration) {
  return static_cast<double>(duration.count()) / 1000;
}

std::optional<double> measured(double value) {
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QuantileFigure figure_at(const std::vector<double>& sorted, double share) {
  const Bounds bounds = quantile_interval(sorted, share, usual_confidence);
  return {measured(quantile(sorted, share)), measured(bounds.low), measured(bounds.high)};
}

std::optional<Spread> spread_of(std::vector<double> values) {
  if (values.empty()) {
    return std::nullopt;
  }
  std::sort(values.begin(), values.end());
  Spread spread;
  spread.count = values.size();
  spread.timeouts =
      static_cast<std::size_t>(values.end() - std::lower_bound(values.begin(), values.end(), longer_than_any));
  spread.p50 = figure_at(values, 0.5);
  spread.p90 = figure_at(values, 0.9);
  spread.p95 = figure_at(values, 0.95);
  spread.p99 = figure_at(values, 0.99);
  spread.max = measured(values.back());
  return spread;
}

// Of speeds the low ones are the bad ones: the spread of their negatives, turned round.
std::optional<Spread> spread_of_speeds(std::vector<double> speeds) {
  std::transform(speeds.begin(), speeds.end(), speeds.begin(), [](double speed) { return -speed; });
  auto spread = spread_of(std::move(speeds));
  const auto turned = [](std::optional<double> value) { return value ? std::optional(-*value) : std::nullopt; };
  if (spread) {
    for (QuantileFigure* figure : {&spread->p50, &spread->p90, &spread->p95, &spread->p99}) {
      *figure = {turned(figure->value), turned(figure->high), turned(figure->low)};
    }
    spread->max = turned(spread->max);
  }
  return spread;
}

template <typename Names>
std::vector<NamedSpread> named_spreads(Names& values, const auto& name_of) {
  std::vector<NamedSpread> spreads;
  for (auto& [name, of_name] : values) {
    spreads.push_back({name_of(name), *spread_of(std::move(of_name))});
  }
  return spreads;
}

std::size_t length_band(long long input_tokens) {
  return static_cast<std::size_t>(std::lower_bound(length_edges.begin(), length_edges.end(), input_tokens) -
                                  length_edges.begin());
}

std::string band_name(std::size_t band) {
  return band < length_edges.size() ? fmt::format("up to {} tokens in", grouped(length_edges[band]))
                                    : fmt::format("above {} tokens in", grouped(length_edges.back()));
}

double bin_edge(int tenths) {
  return std::pow(10.0, tenths / 10.0);
}

bool is_slower(const SlowCall& a, const SlowCall& b) {
  return std::pair(a.timed_out, a.latency_ms) > std::pair(b.timed_out, b.latency_ms);
}

std::vector<TimeBin> histogram_of(const std::map<int, std::size_t>& bins) {
  std::vector<TimeBin> histogram;
  if (bins.empty()) {
    return histogram;
  }
  for (int at = bins.begin()->first; at <= bins.rbegin()->first; ++at) {
    const auto bin = bins.find(at);
    histogram.push_back({bin_edge(at), bin_edge(at + 1), bin == bins.end() ? 0 : bin->second});
  }
  return histogram;
}

}  // namespace

void RunTiming::add(const CaseResult& result) {
  if (result.replayed) {
    times_.replayed += result.request_digest.empty() ? 0 : 1;  // Else the case brought its output.
  } else if (result.response && result.response->latency) {
    add_answer(result, *result.response);
  } else if (result.error && result.error->kind == ProviderError::Kind::timeout) {
    add_timeout(result, *result.error);
  } else if (result.error && result.error->attempts > 0) {  // Else nothing was sent.
    ++times_.failed;
  }
}

void RunTiming::add_answer(const CaseResult& result, const Response& response) {
  const double total = in_milliseconds(*response.latency);
  ++times_.calls;
  total_.push_back(total);
  models_[response.model.empty() ? result.target : response.model].push_back(total);
  for (const std::string& tag : result.tags) {
    tags_[tag].push_back(total);
  }
  if (response.usage.input) {
    lengths_[length_band(*response.usage.input)].push_back(total);
  }
  SlowCall call{result.case_id, result.repeat, total, {}, response.usage.output, false};
  if (response.first_token) {
    call.first_token_ms = in_milliseconds(*response.first_token);
    first_token_.push_back(*call.first_token_ms);
  }
  queued_.push_back(in_milliseconds(response.queued));
  if (response.usage.output && total > 0) {
    speed_.push_back(static_cast<double>(*response.usage.output) * 1000 / total);
  }
  add_to_histogram(total);
  add_slow(call);
}

void RunTiming::add_timeout(const CaseResult& result, const ProviderError& error) {
  ++times_.timeouts;
  total_.push_back(longer_than_any);
  for (const std::string& tag : result.tags) {
    tags_[tag].push_back(longer_than_any);
  }
  add_slow({result.case_id, result.repeat, in_milliseconds(error.latency), {}, {}, true});
}

void RunTiming::add_slow(const SlowCall& call) {
  auto& slowest = times_.slowest;
  slowest.insert(std::upper_bound(slowest.begin(), slowest.end(), call, is_slower), call);
  slowest.resize(std::min(slowest.size(), most_slow_calls));
}

void RunTiming::add_to_histogram(double milliseconds) {
  constexpr double least = 0.001;
  ++bins_[static_cast<int>(std::floor(std::log10(std::max(milliseconds, least)) * 10))];
}

RunTimes RunTiming::finish() {
  times_.total_ms = spread_of(std::move(total_));
  times_.first_token_ms = spread_of(std::move(first_token_));
  times_.queued_ms = spread_of(std::move(queued_));
  times_.tokens_per_second = spread_of_speeds(std::move(speed_));
  const auto same = [](const std::string& name) { return name; };
  times_.tags = named_spreads(tags_, same);
  times_.models = named_spreads(models_, same);
  times_.lengths = named_spreads(lengths_, band_name);
  times_.histogram = histogram_of(bins_);
  return std::move(times_);
}

}  // namespace promptctl
