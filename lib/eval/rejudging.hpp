#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "dataset/golden_case.hpp"
#include "evidence/evidence_pool.hpp"
#include "ports/files.hpp"
#include "prompt/prompt_bundle.hpp"
#include "score/rubric.hpp"

namespace promptctl {

struct PreparedSuite;

// How the content completes a case with its own defaults; none where it can't be read.
CompleteCase completion(const std::optional<PromptBundle>& content);

// The verdict on a reply, by nothing but the reply, its time, its cost and what judges said of it: the same whenever it
// is asked for. The result must have a response.
Scoring score_reply(const Rubric& rubric, const Case& golden, const CaseResult& result);

// The same, where nothing more can be asked: what needs another answer has no verdict.
Score judge_reply(const Rubric& rubric, const Case& golden, const CaseResult& result);

// A suite as it judges replies that were recorded before.
class SuiteJudge : public ReplyJudge {
 public:
  // `files` are those that the suite was read from, and must outlive the judge.
  SuiteJudge(const Files& files, const PreparedSuite& prepared);

  RejudgedRun judge(RunStore& store, const RunHeader& header, const CompleteCase& complete) const override;

 private:
  const Files& files_;
  std::string cases_;  // path of the dataset
  Rubric rubric_;
};

}  // namespace promptctl
