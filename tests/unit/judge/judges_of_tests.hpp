#pragma once

#include <memory>
#include <string>

#include "judge/built_in_judges.hpp"
#include "judge/prompt_judge.hpp"
#include "tests/support/catch.hpp"

namespace promptctl {

// A built-in judge on some models.
inline PromptJudge built_in_panel(const std::string& name, std::vector<Target> targets = {{"p", "wise"}}, int votes = 1,
                                  VoteReducer reducer = VoteReducer::majority) {
  Diagnostics faults;
  auto prompt = built_in_judge(name, faults);
  REQUIRE(prompt.has_value());
  auto shape = judge_shape(prompt->renderer, faults);
  REQUIRE(shape.has_value());
  REQUIRE(faults.all().empty());
  return PromptJudge(
      {name, *std::move(prompt), *std::move(shape), std::move(targets), votes, reducer, DataClass::internal, {}});
}

inline Response said(std::string text) {
  Response response;
  response.text = std::move(text);
  response.finish_reason = "stop";
  return response;
}

inline std::string verdict(const std::string& word) {
  return R"({"reason": "because", "verdict": ")" + word + "\"}";
}

}  // namespace promptctl
