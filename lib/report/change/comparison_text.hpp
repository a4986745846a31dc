#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compare/suite_change.hpp"

// What a comparison says in words, alike in every form for people. Names and replies come from outside, and nothing
// here is escaped: that is for the form that prints them.
namespace promptctl {

// "triage with openai/gpt-4o-mini"
std::string comparison_title(const Comparison& comparison);

// "40 cases in both runs: 2 lost, 1 worse, 33 unchanged, 1 better, 3 gained"; further counts where they are not 0.
std::string counts_text(const Comparison& comparison);

// That the runs were made under different conditions, and under which; empty when they were not.
std::string drift_text(const Comparison& comparison);

// What to know besides the figures, a sentence or two each: what so many cases can show, the bounds that undecided
// cases leave, the calls that were not counted, the flaky cases.
std::vector<std::string> comparison_remarks(const Comparison& comparison);

// How the figures were made, in one line, so that two comparisons can be told to be alike.
std::string comparison_signature(const Comparison& comparison);

// A changed case and, where it is known, what was replied.
struct ShownCase {
  const CaseChange* change = nullptr;
  const ReplyChange* reply = nullptr;  // null: not known

  // Whether the assertions that `reply` lists fail in the reply after, and not in the one before.
  bool fails_after() const;
};

// The first `most` of the changed cases, in order. They point into `change`.
std::vector<ShownCase> shown_cases(const SuiteChange& change, std::size_t most);

// "lost", "worse", "better", "gained".
std::string_view case_change_word(CaseChange::Kind kind);

// "refund-3 (critical)"
std::string case_title(const CaseChange& change);

// "1.000 → 0.250"
std::string case_scores(const CaseChange& change);

}  // namespace promptctl
