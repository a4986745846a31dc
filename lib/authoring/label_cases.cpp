#include "authoring/label_cases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "authoring/case_addition.hpp"
#include "score/judged_assertion.hpp"

namespace promptctl {
namespace {

std::size_t require_question(const ReviewPlan& plan, const std::string& id) {
  const ReviewQuestion* question = find_question(plan, id);
  if (question == nullptr) {
    throw Failure("usage", fmt::format("review.yaml asks no question `{}`", id),
                  "--question ID says which labels become cases");
  }
  return static_cast<std::size_t>(question - plan.questions.data());
}

}  // namespace

std::string label_cases(const ReviewPlan& plan, const std::vector<ReviewItem>& items, const Labels& labels,
                        const LabelCasesWish& wish) {
  const std::size_t question = require_question(plan, wish.question);
  std::string text;
  std::map<std::string, int> used;  // A case with several replies is several cases of the judge.
  for (const ReviewItem& item : items) {
    const auto word = word_of(labels, item.digests[question]);
    if (!word) {
      continue;
    }
    Case golden;
    const int before = used[item.golden.id]++;
    golden.id = before == 0 ? item.golden.id : fmt::format("{}-{}", item.golden.id, before + 1);
    golden.vars =
        map_value().set("question", text_value(case_question(item.golden))).set("reply", text_value(item.reply));
    for (const std::string& variable : wish.variables) {
      const std::size_t equals = std::min(variable.find('='), variable.size());
      golden.vars.set(variable.substr(0, equals), text_value(variable.substr(std::min(equals + 1, variable.size()))));
    }
    golden.expected = text_value(*word);
    golden.description = fmt::format("labels of run {}", item.run);
    text += case_line(golden);
  }
  return text;
}

}  // namespace promptctl
