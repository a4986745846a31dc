#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "exchange/data_class.hpp"
#include "judge/judge_settings.hpp"
#include "judge/judge_shape.hpp"
#include "prompt/prompt_bundle.hpp"
#include "provider/provider_settings.hpp"
#include "score/judges.hpp"

namespace promptctl {

// A judge that is a prompt, on the models that vote.
struct JudgePanel {
  std::string name;
  PromptBundle prompt;
  JudgeShape shape;
  std::vector<Target> targets;  // at least one
  int votes = 1;                // of each
  VoteReducer reducer = VoteReducer::majority;
  DataClass data_class = DataClass::internal;         // of what is judged
  std::map<std::string, ProviderSettings> providers;  // of the targets, by name
};

// Gives a judge's prompt the texts that it has variables for, each within its fence, and the fence's code as `fence`.
Case fenced_case(const Renderer& renderer, const std::string& digest, const JudgedTexts& texts);

// Asks each model for its votes, all at once. A vote whose answer can't be read is asked once more, with what was
// wrong. There is a word where the votes say so as the panel reduces them, and each vote counts: those that are
// unclear, malformed or missing are for no word. Else there is a doubt: a provider's failure before a malformed answer
// before anything unclear.
class PromptJudge : public Judge {
 public:
  explicit PromptJudge(JudgePanel panel) : panel_(std::move(panel)) {}

  const std::string& name() const override { return panel_.name; }
  JudgeForm form() const override { return panel_.shape.form; }
  const std::vector<std::string>& words() const override { return panel_.shape.words; }
  bool takes(std::string_view text) const override;
  std::variant<JudgeAnswer, std::string> read(std::string_view text) const override {
    return read_judge_answer(panel_.shape, text);
  }
  std::variant<Ruling, std::vector<Need>> rule(const JudgedTexts& texts, const Answers& answers) const override;

  const JudgePanel& panel() const { return panel_; }

 private:
  JudgePanel panel_;
};

}  // namespace promptctl
