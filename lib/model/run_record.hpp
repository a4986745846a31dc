#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/units.hpp"
#include "model/response.hpp"
#include "model/score.hpp"

namespace promptctl {

// One sample of one case on one target.
struct CaseResult {
  long long position = 0;  // of the case in the dataset, from 0
  std::string case_id;
  std::string target;
  int repeat = 1;
  std::vector<std::string> tags;
  std::string group;
  bool critical = false;
  std::string request_digest;        // empty when nothing was asked: the case brought its output
  bool replayed = false;             // the case brought its output, or cache or cassette answered
  std::optional<Response> response;  // none: `error` says why
  std::optional<ProviderError> error;
  Score score;              // of a response; empty without one
  std::optional<Usd> cost;  // none: price or usage unknown

  // The verdict: none where there was an error or an assertion could not tell.
  std::optional<bool> passed() const { return response ? score.passed : std::nullopt; }
};

// What was run: one suite with one prompt's content on one or more targets.
struct RunHeader {
  std::string id;
  std::string tool;  // promptctl's version
  std::string prompt_id;
  std::string prompt_address;  // as asked for: "support/triage"
  std::string prompt_digest;
  std::string suite_id;
  std::string suite_digest;
  std::string dataset_digest;
  long long dataset_cases = 0;  // in the dataset, before selection
  long long planned = 0;        // case × target × repeat, after selection
  std::vector<std::string> targets;
  int repeat = 1;
  double tolerated_errors = 0;
  std::string selection;  // the options that chose among the cases, as JSON; part of what a resume must match
  std::optional<std::string> commit;  // of the repository, at the start; none outside git
  bool dirty = false;
  bool offline = false;
  std::chrono::system_clock::time_point started;
};

struct Interval {
  double value = 0;
  double low = 0;
  double high = 0;
};

struct Quantiles {
  std::size_t count = 0;
  double p50 = 0, p90 = 0, p95 = 0, p99 = 0, max = 0;
};

struct MetricSummary {
  std::size_t count = 0;  // assertion results with a verdict
  double passed = 0;      // of these
  double score = 0;       // their mean
};

enum class Verdict { accepted, rejected, error };

std::string_view verdict_name(Verdict verdict);

// A run in numbers. Counts are of cases × targets; a case with repeats passes when every repeat passes.
struct RunSummary {
  Verdict verdict = Verdict::error;
  std::string verdict_reason;
  std::size_t cases = 0, passed = 0, failed = 0, errors = 0;
  std::size_t missing = 0;              // planned, but without a record: the run was stopped
  std::optional<Interval> pass_rate;    // Wilson 95 %, of the cases with a verdict; none without any
  std::optional<Interval> score;        // Student t 95 %; none with fewer than one
  std::optional<Quantiles> latency_ms;  // of fresh calls only
  std::optional<Quantiles> first_token_ms;
  Usage tokens;                             // sums over what is known
  std::optional<Usd> cost;                  // none where any is unknown
  Usd known_cost;                           // what is known of it
  std::vector<std::string> unknown_prices;  // targets without a price
  std::size_t replayed = 0;                 // results that no fresh call was made for
  std::map<std::string, MetricSummary> metrics;
  std::map<std::string, std::pair<std::size_t, std::size_t>> tags;  // tag: passed, with a verdict
};

}  // namespace promptctl
