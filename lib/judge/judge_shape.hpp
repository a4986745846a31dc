#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "prompt/renderer.hpp"
#include "schema/schema.hpp"
#include "score/judges.hpp"

namespace promptctl {

// What the answer of a judge looks like.
struct JudgeShape {
  JudgeForm form = JudgeForm::criterion;
  std::vector<std::string> words;  // see `Judge::words`
  Schema answer;                   // what the whole answer must keep to
};

// Of a prompt whose file says `promptctl.judge`. Reports what makes its verdicts worth nothing (`bad-judge`): its
// output must be an object of `reason`, a text, and behind it `verdict`, an enum of the form's words and "unclear"
// (criterion: yes, no; pairwise: first, second, tie; scale: whole numbers in order); the reply must be among its
// variables, and never in the system role. None after a fault.
std::optional<JudgeShape> judge_shape(const Renderer& renderer, Diagnostics& diagnostics);

// See `Judge::read`.
std::variant<JudgeAnswer, std::string> read_judge_answer(const JudgeShape& shape, std::string_view text);

}  // namespace promptctl
