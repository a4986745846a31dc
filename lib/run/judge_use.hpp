#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/field_reader.hpp"
#include "document/value.hpp"

namespace promptctl {

// Who judged the replies of a run: a prompt's content, on models. Of embeddings there is a model alone.
struct JudgeUse {
  std::string content;               // digest of the judge's prompt; empty: a model makes embeddings
  std::vector<std::string> targets;  // "provider/model"
  int votes = 1;                     // of each
  std::string reducer;               // of several votes; empty: there is one

  bool operator==(const JudgeUse&) const = default;
};

using JudgeUses = std::map<std::string, JudgeUse>;  // by the judge's name

// "31af09c1d2e3 on openai/gpt-4o, 3 votes, majority"
std::string judge_use_text(const JudgeUse& use);

// {"rubric": {"content", "targets", "votes", "reduce"}}
Value judge_uses_value(const JudgeUses& uses);

// What is not so is a fault.
JudgeUses read_judge_uses(const Value& map, Diagnostics& diagnostics);

}  // namespace promptctl
