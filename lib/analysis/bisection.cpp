#include "analysis/bisection.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace promptctl {

std::optional<std::size_t> Bisection::next() const {
  return bad_ - good_ > 1 ? std::optional(good_ + (bad_ - good_) / 2) : std::nullopt;
}

void Bisection::tell(std::size_t tried, bool is_good) {
  (is_good ? good_ : bad_) = tried;
}

std::vector<TellingCase> telling_cases(const RunSample& good, const RunSample& bad, const FigureName& figure,
                                       const std::string& only) {
  const std::vector<double> of_good = figure_of_cases(good, figure);
  const std::vector<double> of_bad = figure_of_cases(bad, figure);
  std::vector<TellingCase> telling;
  for (const auto& [left, right] : join_cases(good, bad).pairs) {
    const std::string& id = good.cases[left].id;
    if (of_good[left] > of_bad[right] && (only.empty() || only == id)) {
      telling.push_back({id, of_good[left], of_bad[right]});
    }
  }
  std::sort(telling.begin(), telling.end(), [](const TellingCase& a, const TellingCase& b) {
    return std::pair(b.good - b.bad, a.id) < std::pair(a.good - a.bad, b.id);
  });
  return telling;
}

std::optional<double> figure_of(const CaseResult& result, const std::string& figure) {
  const auto passed = result.passed();
  if (!passed) {
    return std::nullopt;
  }
  if (figure == pass_rate_figure) {
    return *passed ? 1.0 : 0.0;
  }
  if (figure == score_figure) {
    return result.score.value;
  }
  double sum = 0;
  std::size_t count = 0;
  for (const AssertionResult& assertion : result.score.assertions) {
    if (assertion.metric == figure && assertion.outcome != AssertionResult::Outcome::error) {
      sum += assertion.score;
      ++count;
    }
  }
  return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
}

void LikenessTest::add(const std::vector<CaseResult>& results, const std::string& figure) {
  for (const CaseResult& result : results) {
    const auto telling = std::find_if(cases_.begin(), cases_.end(),
                                      [&result](const TellingCase& one) { return one.id == result.case_id; });
    const auto value = figure_of(result, figure);
    if (telling == cases_.end() || !value || is_good()) {
      continue;
    }
    const bool like_good = std::abs(*value - telling->good) < std::abs(*value - telling->bad);
    test_.add(like_good);
    ++replies_;
    like_good_ += like_good ? 1 : 0;
  }
}

std::optional<bool> LikenessTest::is_good() const {
  const auto answer = test_.answer();
  return answer == SequentialTest::Answer::undecided ? std::nullopt
                                                     : std::optional(answer == SequentialTest::Answer::high);
}

std::optional<bool> LikenessTest::unanimous() const {
  const bool agree = replies_ > 0 && (like_good_ == 0 || like_good_ == replies_);
  return agree ? std::optional(like_good_ > 0) : std::nullopt;
}

}  // namespace promptctl
