#include "report/run/review_text.hpp"

#include <fmt/format.h>

#include "analysis/rater_agreement.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "document/figure_value.hpp"
#include "report/text/csv_text.hpp"
#include "report/text/layout.hpp"

namespace promptctl {
namespace {

std::string figure_text_of(const std::optional<Interval>& figure) {
  return figure ? fmt::format("{:.3f}, 95% interval {:.3f} to {:.3f}", figure->value, figure->low, figure->high)
                : "none: no disagreement is to be expected";
}

std::string dispute_text(const ReviewPlan& plan, const Dispute& dispute) {
  std::vector<std::string> said;
  for (const auto& [rater, answer] : dispute.answers) {
    said.push_back(fmt::format("{}: {}", printable(rater), printable(answer)));
  }
  std::string text = fmt::format("case {}, {}: {}", printable(dispute.item->golden.id),
                                 plan.questions[dispute.question].id, join(said, ", "));
  if (dispute.decision != nullptr) {
    text += fmt::format("; decided by {}: {} ({})", printable(dispute.decision->by), *dispute.decision->answer,
                        printable(dispute.decision->because));
  }
  return text;
}

}  // namespace

std::string review_status_text(const ReviewPlan& plan, const std::vector<ReviewItem>& items, const Labels& labels) {
  std::string text = fmt::format("{} to review\n", counted(items.size(), "reply", "replies"));
  const auto progress = progress_of(plan, items, labels);
  for (std::size_t question = 0; question < plan.questions.size(); ++question) {
    const QuestionProgress& one = progress[question];
    text +=
        fmt::format("  {}: {} of {}", plan.questions[question].id, grouped(one.given), counted(one.wanted, "label"));
    text += one.skipped > 0 ? fmt::format(", {} skipped", grouped(one.skipped)) : "";
    text += one.disputed > 0 ? fmt::format(", {} disputed", grouped(one.disputed)) : "";
    text += "\n";
  }
  return text;
}

std::string agreement_text(const ReviewPlan& plan, const std::vector<ReviewItem>& items, const Labels& labels,
                           std::size_t width) {
  std::string text;
  for (const RaterAgreement& one : rater_agreement(plan, items, labels)) {
    text += fmt::format("{}: {} that several of {} rated\n", one.question, counted(one.shared, "reply", "replies"),
                        counted(one.raters, "person", "people"));
    if (one.shared == 0) {
      continue;
    }
    text += fmt::format("  agreement  {}\n", figure_text_of(one.raw));
    text += fmt::format("  alpha      {}\n", figure_text_of(one.alpha));
    text += one.raters == 2 ? fmt::format("  kappa      {}\n", figure_text_of(one.kappa)) : "";
  }
  const auto disputes = disputes_of(plan, items, labels);
  for (const Dispute& dispute : disputes) {
    text += "  " + wrapped(dispute_text(plan, dispute), width - 4, "    ") + "\n";
  }
  return text;
}

Value agreement_value(const ReviewPlan& plan, const std::vector<ReviewItem>& items, const Labels& labels) {
  Value questions = list_value({});
  for (const RaterAgreement& one : rater_agreement(plan, items, labels)) {
    questions.items.push_back(map_value()
                                  .set("question", text_value(one.question))
                                  .set("raters", count_value(one.raters))
                                  .set("shared", count_value(one.shared))
                                  .set("agreement", interval_value(one.raw, "value"))
                                  .set("alpha", interval_value(one.alpha, "value"))
                                  .set("kappa", interval_value(one.kappa, "value")));
  }
  Value disputes = list_value({});
  for (const Dispute& dispute : disputes_of(plan, items, labels)) {
    Value answers = map_value();
    for (const auto& [rater, answer] : dispute.answers) {
      answers.set(rater, text_value(answer));
    }
    disputes.items.push_back(
        map_value()
            .set("case", text_value(dispute.item->golden.id))
            .set("question", text_value(plan.questions[dispute.question].id))
            .set("answers", std::move(answers))
            .set("decision", dispute.decision == nullptr ? Value() : text_value(*dispute.decision->answer)));
  }
  return map_value()
      .set("format", text_value("promptctl-agreement 1"))
      .set("questions", std::move(questions))
      .set("disputes", std::move(disputes));
}

std::string labels_csv(const Labels& labels) {
  std::string text = "case,question,rater,answer,because,by,at,run,item\n";
  for (const auto& [item, by_rater] : labels.all()) {
    for (const auto& [rater, label] : by_rater) {
      text += csv_cell(label.case_id) + "," + csv_cell(label.question) + "," + csv_cell(rater) + "," +
              csv_cell(label.answer.value_or("")) + "," + csv_cell(label.because) + "," + csv_cell(label.by) + "," +
              csv_cell(label.at) + "," + csv_cell(label.run) + "," + csv_cell(item) + "\n";
    }
  }
  return text;
}

std::string labels_jsonl(const Labels& labels) {
  std::string text;
  for (const auto& [item, by_rater] : labels.all()) {
    for (const auto& [rater, label] : by_rater) {
      text += label_line(label);
    }
  }
  return text;
}

}  // namespace promptctl
