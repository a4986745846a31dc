#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/units.hpp"
#include "exchange/response.hpp"
#include "price/price.hpp"
#include "run/judge_call.hpp"
#include "run/judge_use.hpp"
#include "run/judging_summary.hpp"
#include "score/reducer.hpp"
#include "score/score.hpp"
#include "stats/estimate.hpp"

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
  bool quarantined = false;          // by the suite: judged, and left out of every rate and verdict
  std::string request_digest;        // empty when nothing was asked: the case brought its output
  bool replayed = false;             // the case brought its output, or cache or cassette answered
  std::optional<Response> response;  // none: `error` says why
  std::optional<ProviderError> error;
  Score score;                          // of a response; empty without one
  std::optional<Usd> cost;              // of the answer; none: price or usage unknown
  LostCost lost = {};                   // of the attempts that gave none
  std::vector<JudgeCall> judging = {};  // what judging the reply took

  // The verdict: none where there was an error or an assertion could not tell.
  std::optional<bool> passed() const { return response ? score.passed : std::nullopt; }

  // Of the answer and all attempts before it; none where part of it is not known.
  std::optional<Usd> whole_cost() const {
    return cost && lost.unknown == 0 ? std::optional(*cost + lost.known) : std::nullopt;
  }
};

// Who made a run and where: what a gate asks of evidence besides its figures.
struct Provenance {
  std::string producer;                              // git's author: "Name <address>"; empty when git knows none
  std::string ci_url;                                // of the CI job; empty elsewhere
  std::string attempt = {};                          // of the CI job, as the CI counts or names it
  bool from_fork = false;                            // for a pull request from another repository
  std::string endpoint;                              // who was asked, without credentials; empty: nobody was
  std::string prices;                                // digest of the target's price; empty: none is known
  std::map<std::string, std::string> policies;       // digest of each environment's conditions at the start
  std::map<std::string, std::string> settings = {};  // of the provider, see `settings_of`; empty: nobody was asked
  std::string trust_head = {};                       // see `ProviderSettings::trust_head`
  PriceOrigin price_table = {};                      // where the target's price stands
  std::optional<Usd> budget = {};                    // the suite's `budget.max_cost`
  std::string graded = {};                           // id of the run whose replies were judged again; empty: none
  std::vector<std::string> judge_endpoints = {};     // who was asked for verdicts, each once, sorted
  JudgeUses judges = {};                             // of the replies
  bool own_model = false;  // the model is the content's own: neither the suite nor an option named another

  bool operator==(const Provenance&) const = default;
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
  std::optional<std::string> commit;     // of the repository, at the start; none outside git
  std::vector<std::string> uncommitted;  // files that decided the run and are not as that commit has them
  bool offline = false;
  Reducer reducer = Reducer::all;
  Provenance provenance;
  std::chrono::system_clock::time_point started;

  bool is_dirty() const { return !uncommitted.empty(); }
};

struct MetricSummary {
  std::size_t count = 0;  // assertion results with a verdict
  double passed = 0;      // of these
  double score = 0;       // their mean
};

enum class Verdict { accepted, rejected, error };

std::string_view verdict_name(Verdict verdict);

// A run in numbers. Counts are of cases × targets, less those in quarantine; a case with repeats passes as the run's
// reducer says.
struct RunSummary {
  Verdict verdict = Verdict::error;
  std::string verdict_reason;
  std::size_t cases = 0, passed = 0, failed = 0, errors = 0;
  std::size_t quarantined = 0;          // of the cases, in none of the other counts
  std::vector<std::string> flaky;       // ids of cases whose repeats differ in their verdict, in order
  std::size_t missing = 0;              // planned, but without a record: the run was stopped
  std::optional<Interval> pass_rate;    // Wilson 95 %, of the cases with a verdict; none without any
  std::optional<Interval> score;        // Student t 95 %; none with fewer than one
  bool one_group = false;               // the cases with a verdict, more than one, are one group: it bounds neither
  std::optional<Quantiles> latency_ms;  // of fresh calls only
  std::optional<Quantiles> first_token_ms;
  Usage tokens;                             // sums over what is known
  std::optional<Usd> cost;                  // of answers and lost attempts; none where any is unknown
  Usd known_cost;                           // what is known of it
  std::vector<std::string> unknown_prices;  // targets without a price
  std::size_t lost_unknown = 0;             // lost attempts that may be charged for, and nobody says how much
  std::size_t replayed = 0;                 // results that no fresh call was made for
  JudgingSummary judging;                   // apart from all of the above
  std::map<std::string, MetricSummary> metrics;
  std::map<std::string, std::pair<std::size_t, std::size_t>> tags;  // tag: passed, with a verdict
};

}  // namespace promptctl
