#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/golden_case.hpp"
#include "score/assertion_type.hpp"
#include "score/judges.hpp"

namespace promptctl {

// What a type of assertion that asks a judge leaves out of its settings.
struct JudgedType {
  std::string_view judge = {};              // the judge asked where `judge` is not written; empty: it must be
  std::string_view value = {};              // the text of the judge that `value` is: "criterion"; empty: there is none
  std::vector<std::string_view> pass = {};  // of a choice, the words that pass where `pass` is not written
};

// An assertion that asks a judge: `judge`, the texts that the judge takes (`criterion`, `reference`, `question`,
// `context`), and what its words mean. Of a choice, `pass` lists the words that pass, and `scores` gives words a score
// (1 where it passes and 0 where it does not); of a scale, `threshold` is the lowest level that passes. Where
// `question` is not written, it is the case's `case_question`. A blank reply fails and nobody is asked.
Check ask_judge(FieldReader& settings, const Judges& judges, const JudgedType& type);

// What a case asks, for a judge: the turns before, then its variables. A single variable is its text alone.
std::string case_question(const Case& golden);

}  // namespace promptctl
