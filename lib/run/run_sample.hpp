#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "run/run_record.hpp"

namespace promptctl {

// What a run measured of one case, over its repeats. A repeat without a verdict (a provider's error, an assertion that
// could not tell) counts in `undecided` and in no mean.
struct CaseSample {
  std::string id;
  std::int64_t picodollars = 0;  // of all its calls whose cost is known
  double score = 0;              // mean of its repeats with a verdict, 0 to 1; 0 without any
  std::uint32_t group = 0;       // index in `RunSample::groups`; 0: a cluster of its own
  std::uint16_t passed = 0;      // repeats
  std::uint16_t failed = 0;
  std::uint16_t undecided = 0;
  std::uint16_t priced = 0;    // calls whose cost is known
  std::uint16_t unpriced = 0;  // calls whose cost is not
  bool critical = false;
  bool quarantined = false;  // measured, and left out of every rate, mean and verdict

  std::size_t judged() const { return std::size_t{passed} + failed; }
};

// A fresh call: neither cache nor cassette answered it, and it did not fail.
struct CallSample {
  std::uint32_t sample = 0;  // index of its case in `RunSample::cases`
  float latency_ms = 0;
  float first_token_ms = -1;  // negative: not streamed
};

struct TagSample {
  std::uint32_t sample = 0;
  std::uint32_t tag = 0;  // index in `RunSample::tags`
};

// What the assertions of one metric gave for one case.
struct MetricSample {
  std::uint32_t sample = 0;
  std::uint32_t metric = 0;  // index in `RunSample::metrics`
  double score = 0;          // mean over its repeats' assertions with a verdict, 0 to 1; 0 without any
  double undecided = 0;      // share of these assertions without a verdict; 1: there is no score
};

// The tag of cases on which a judge was tuned: they say nothing of what it is worth.
constexpr std::string_view tune_tag = "tune";

// Of a run of a judge: how often people said a word (first) and the judge another (second, empty without one). Cases in
// quarantine, those on which the judge was tuned (the tag `tune`), and all repeats but the first are left out.
using Ratings = std::map<std::pair<std::string, std::string>, std::size_t>;

// A run of one suite on one model as numbers: all that comparisons and gates need, and no text of any prompt, case or
// reply. Lists are ordered by `sample`; `cases` by id.
struct RunSample {
  RunHeader header;
  std::vector<CaseSample> cases;
  std::vector<std::string> groups{""};
  std::vector<std::string> tags;
  std::vector<std::string> metrics;
  std::vector<TagSample> tagged;
  std::vector<MetricSample> measured;
  std::vector<CallSample> calls;
  std::size_t replayed = 0;           // results that cache or cassette answered
  std::size_t judged = 0;             // assertions that asked a judge, of cases not in quarantine
  std::size_t judge_errors = 0;       // of these, without a verdict: unclear, malformed, no answer
  std::size_t replayed_verdicts = 0;  // calls of judges that cache or cassette answered
  std::size_t timeouts = 0;           // calls that timed out: slower than all in `calls`
  Ratings ratings;                    // of a run of a judge; empty of others
  std::string model;                  // as the provider reported it; of the last reply
};

// What the repeats of a case say together: a share of 1 for a pass and 0 for a fail, or, for `mean`, the share that
// passed. None where repeats without a verdict could turn it.
std::optional<double> reduced(const CaseSample& sample, Reducer reducer);

// Whether a case with this share counts as passed: more than half.
inline bool is_pass(double share) {
  return share > 0.5;
}

// What the cases of a sample add up to.
struct SampleCounts {
  std::size_t cases = 0, passed = 0, failed = 0, errors = 0;  // without those in quarantine
  std::size_t quarantined = 0;
  std::size_t results = 0;          // repeats there are of all cases
  std::size_t missing = 0;          // planned results that are not there
  std::optional<double> pass_rate;  // of the cases with a verdict; none without any
};

SampleCounts counts_of(const RunSample& sample);

}  // namespace promptctl
