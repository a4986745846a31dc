#include "eval/rejudging.hpp"

#include <optional>
#include <utility>

#include "dataset/case_reader.hpp"
#include "eval/prepared_suite.hpp"

namespace promptctl {
namespace {

// The cases of a dataset beside results that come in its order.
class CasesInStep {
 public:
  CasesInStep(const Files& files, const std::string& path, const CompleteCase& complete) : complete_(complete) {
    if (ByteStream bytes = files.open(path)) {
      cases_ = read_cases(path, std::move(bytes), faults_);
    }
  }

  // The result's case; null where the dataset has another one there, or none.
  const Case* of(const CaseResult& result) {
    while (cases_ && position_ < result.position && cases_->next(golden_)) {
      ++position_;
      complete_(golden_);
    }
    return position_ == result.position && golden_.id == result.case_id ? &golden_ : nullptr;
  }

 private:
  const CompleteCase& complete_;
  Diagnostics faults_;  // None: the cases were checked when the suite was prepared.
  std::unique_ptr<CaseReader> cases_;
  Case golden_;
  long long position_ = -1;  // of `golden_`
};

}  // namespace

CompleteCase completion(const std::optional<PromptBundle>& content) {
  if (!content) {
    return {};
  }
  return [renderer = content->renderer](Case& golden) { renderer.add_defaults(golden); };
}

Scoring score_reply(const Rubric& rubric, const Case& golden, const CaseResult& result) {
  const Response& response = *result.response;
  return rubric.score(golden,
                      {response.text, response.finish_reason, response.refusal, response.latency, result.whole_cost()},
                      answers_of(result.judging));
}

Score judge_reply(const Rubric& rubric, const Case& golden, const CaseResult& result) {
  return score_reply(rubric, golden, result).score;
}

SuiteJudge::SuiteJudge(const Files& files, const PreparedSuite& prepared)
    : files_(files), cases_(prepared.suite.cases), rubric_(prepared.rubric) {}

RejudgedRun SuiteJudge::judge(RunStore& store, const RunHeader& header, const CompleteCase& complete) const {
  RejudgedRun judged;
  judged.statement = statement_of(header, [&](const std::function<void(const CaseResult&)>& visit) {
    CasesInStep cases(files_, cases_, complete);
    store.each_result(header.id, [&](const CaseResult& recorded) {
      CaseResult result = recorded;
      if (result.response) {
        const Case* golden = cases.of(result);
        Diagnostics faults;
        const bool can_judge = golden != nullptr && rubric_.check(*golden, faults);
        result.score = can_judge ? judge_reply(rubric_, *golden, result) : Score();
        judged.differing += result.passed() == recorded.passed() ? 0 : 1;
      }
      visit(result);
    });
  });
  return judged;
}

}  // namespace promptctl
