#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "run/case_values.hpp"
#include "run/run_sample.hpp"
#include "stats/bootstrap.hpp"
#include "stats/paired.hpp"

namespace promptctl {

// What every bootstrap starts from. Any fixed number: the same runs give the same bytes.
constexpr std::uint64_t bootstrap_seed = 20'261'121;
constexpr BootstrapSettings usual_bootstrap{10'000, bootstrap_seed};

// The figure "pass_rate" is a case's verdict, "score" its score, and every other name a metric's score.
constexpr std::string_view pass_rate_figure = "pass_rate";
constexpr std::string_view score_figure = "score";

// A figure of the cases of one slice; an empty `tag` means all cases.
struct FigureName {
  std::string figure;
  std::string tag;
};

// The figure of each case in the order of `sample.cases`; NaN where it has none: no verdict, quarantined, not in the
// slice.
std::vector<double> figure_of_cases(const RunSample& sample, const FigureName& name);

// Those that have one.
CaseValues case_values(const RunSample& sample, const FigureName& name);

// Places in both samples' `cases` of the cases that both have, ordered by id.
struct CaseJoin {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  std::size_t only_before = 0;
  std::size_t only_after = 0;
};

CaseJoin join_cases(const RunSample& before, const RunSample& after);

// One figure of the joined cases that have it in both runs. Clusters are those of the run after.
class PairedFigure {
 public:
  PairedFigure(const RunSample& before, const RunSample& after, const CaseJoin& join, const FigureName& name);

  std::size_t size() const { return differences_.size(); }
  std::size_t clusters() const { return grouped_ ? cluster_count(clusters_) : size(); }
  bool is_rate() const { return binary_ && !grouped_; }  // single verdicts: exact methods hold
  bool is_grouped() const { return grouped_; }
  double before() const { return before_; }
  double after() const { return after_; }
  const std::vector<double>& differences() const { return differences_; }
  const std::vector<std::uint32_t>& cluster_of() const { return clusters_; }  // empty without groups
  const PairedCounts& counts() const { return counts_; }

  // Of after − before. Tango's for single verdicts; else Student's on the differences; with groups the one of these
  // that holds for clusters. With no case at all it is −1 to 1.
  Interval difference(double confidence) const;
  std::string_view method() const;  // of that interval: "Tango", "cluster Tango", "t", "cluster t"

  // Of the differences and the two ends of their range, as the interval has it: never 0.
  double standard_deviation() const;

 private:
  double before_ = 0;
  double after_ = 0;
  std::vector<double> differences_;
  std::vector<std::uint32_t> clusters_;
  PairedCounts counts_;
  bool grouped_ = false;
  bool binary_ = true;
};

// Times and costs of the joined cases, less those in quarantine.
enum class CallFigure { latency, first_token, cost };

// One value a call, the unit being the case's place in the join; a cost is one a case: the mean of its calls, in US
// dollars.
struct CallPair {
  PairedCalls before;
  PairedCalls after;
};

CallPair paired_calls(const RunSample& before, const RunSample& after, const CaseJoin& join, CallFigure figure);

// Of one run, sorted: one value a case, the mean of its calls. The case is the unit, however often it was asked.
std::vector<double> call_values(const RunSample& sample, CallFigure figure);

}  // namespace promptctl
