#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compare/figures.hpp"
#include "run/run_sample.hpp"
#include "stats/sequential.hpp"

namespace promptctl {

// Halves a row of contents of which the first is good and the last is bad.
class Bisection {
 public:
  // `count` at least 2.
  explicit Bisection(std::size_t count) : bad_(count - 1) {}

  // The content to try; none when the first bad one is known.
  std::optional<std::size_t> next() const;
  void tell(std::size_t tried, bool is_good);

  std::size_t last_good() const { return good_; }
  std::size_t first_bad() const { return bad_; }

 private:
  std::size_t good_ = 0;
  std::size_t bad_;
};

// A case that tells good from bad: its figure fell from `good` to `bad`.
struct TellingCase {
  std::string id;
  double good = 0;
  double bad = 0;
};

// The cases whose figure fell, the largest fall first; `only` not empty: that case alone.
std::vector<TellingCase> telling_cases(const RunSample& good, const RunSample& bad, const FigureName& figure,
                                       const std::string& only);

// A figure of one reply; none without a verdict, or without an assertion of this metric.
std::optional<double> figure_of(const CaseResult& result, const std::string& figure);

// Whether a content is like the good one or like the bad one, by Wald's sequential test: each reply to a telling case
// speaks for the one whose figure is nearer, for bad when it is as near to both. It is decided when, of replies that
// speak for the truth four times in five, no more than one decision in twenty would be wrong.
class LikenessTest {
 public:
  explicit LikenessTest(std::vector<TellingCase> cases) : cases_(std::move(cases)) {}

  // Replies to telling cases, one each: those without the figure say nothing.
  void add(const std::vector<CaseResult>& results, const std::string& figure);

  // None while it is undecided.
  std::optional<bool> is_good() const;

  // What all replies speak for, where there is any and they agree; for recorded replies, of which there are no more.
  std::optional<bool> unanimous() const;

  std::size_t replies() const { return replies_; }
  std::size_t like_good() const { return like_good_; }

 private:
  std::vector<TellingCase> cases_;
  SequentialTest test_{0.2, 0.8};
  std::size_t replies_ = 0;
  std::size_t like_good_ = 0;
};

}  // namespace promptctl
