#include "review/suite_raters.hpp"

#include <utility>

namespace promptctl {
namespace {

class SuiteRaters : public Raters {
 public:
  SuiteRaters(ReviewPlan plan, Labels labels) : plan_(std::move(plan)), labels_(std::move(labels)) {}

  std::optional<std::vector<std::string>> words(const std::string& question) const override {
    const ReviewQuestion* asked = find_question(plan_, question);
    if (asked == nullptr) {
      return std::nullopt;
    }
    std::vector<std::string> words;
    for (const ReviewQuestion::Answer& answer : asked->answers) {
      words.push_back(answer.word);
    }
    return words;
  }

  std::vector<std::string> answers(const std::string& question, const Case& golden,
                                   std::string_view reply) const override {
    const ReviewQuestion* asked = find_question(plan_, question);
    if (asked == nullptr) {
      return {};
    }
    std::vector<std::string> words;
    for (const auto& [rater, answer] : labels_.answers(item_digest(*asked, golden, reply))) {
      words.push_back(answer);
    }
    return words;
  }

  std::optional<std::string> decision(const std::string& question, const Case& golden,
                                      std::string_view reply) const override {
    const ReviewQuestion* asked = find_question(plan_, question);
    const Label* decided = asked == nullptr ? nullptr : labels_.decision(item_digest(*asked, golden, reply));
    return decided == nullptr ? std::nullopt : decided->answer;
  }

 private:
  ReviewPlan plan_;
  Labels labels_;
};

}  // namespace

std::shared_ptr<const Raters> read_suite_raters(const Files& files, const std::string& suite_id,
                                                Diagnostics& diagnostics) {
  const auto source = files.read(review_path(suite_id), diagnostics);
  auto plan = source ? read_review_plan(source, diagnostics) : std::nullopt;
  if (!plan) {
    return nullptr;
  }
  return std::make_shared<const SuiteRaters>(*std::move(plan), Labels::read(files, suite_id, diagnostics));
}

}  // namespace promptctl
