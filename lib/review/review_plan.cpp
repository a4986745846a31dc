#include "review/review_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "document/field_reader.hpp"
#include "document/yaml.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_answers = 9;  // A key each.

void read_choice(const Value& list, ReviewQuestion& question) {
  question.kind = ReviewQuestion::Kind::choice;
  for (const Value& item : list.items) {
    question.answers.push_back({display_text(item), display_text(item)});
  }
}

void read_scale(const Value& map, ReviewQuestion& question, Diagnostics& diagnostics) {
  question.kind = ReviewQuestion::Kind::scale;
  for (const Field& field : map.fields) {
    if (!parse_integer(field.name)) {
      diagnostics.error("bad-review", field.where, fmt::format("`{}` is no level", field.name),
                        "a scale is a map of whole numbers to what they mean: {1: rude, 2: cold, 3: right}");
    }
    question.answers.push_back({field.name, display_text(field.value)});
  }
}

void check_answers(const ReviewQuestion& question, const Location& where, Diagnostics& diagnostics) {
  std::set<std::string> words;
  for (const ReviewQuestion::Answer& answer : question.answers) {
    words.insert(answer.word);
  }
  const bool is_sound = question.kind == ReviewQuestion::Kind::text ||
                        (question.answers.size() > 1 && question.answers.size() <= most_answers &&
                         words.size() == question.answers.size());
  if (!is_sound) {
    diagnostics.error("bad-review", where, fmt::format("`{}` needs two to nine answers, each another", question.id),
                      "there is a key for each: 1 to 9");
  }
}

ReviewQuestion read_question(const Value& item, Diagnostics& diagnostics) {
  FieldReader fields(item, diagnostics);
  ReviewQuestion question;
  question.id = fields.required_text("id");
  question.ask = fields.required_text("ask");
  if (item.find("ask") != nullptr && trim(question.ask).empty()) {
    diagnostics.error("bad-review", item.find("ask")->where, "the question asks nothing");
  }
  question.required = fields.optional_boolean("required").value_or(true);
  const Value* answers = fields.optional_list("answers");
  const Value* scale = fields.optional_map("scale");
  const bool is_text = fields.optional_boolean("text").value_or(false);
  const int kinds = (answers != nullptr ? 1 : 0) + (scale != nullptr ? 1 : 0) + (is_text ? 1 : 0);
  if (kinds != 1) {
    diagnostics.error("bad-review", item.where,
                      fmt::format("`{}` needs one of `answers`, `scale` and `text`", question.id),
                      "answers: [yes, no]");
  } else if (answers != nullptr) {
    read_choice(*answers, question);
  } else if (scale != nullptr) {
    read_scale(*scale, question, diagnostics);
  } else {
    question.kind = ReviewQuestion::Kind::text;
  }
  fields.finish();
  if (kinds == 1) {
    check_answers(question, item.where, diagnostics);
  }
  return question;
}

}  // namespace

std::string review_path(const std::string& suite_id) {
  return fmt::format("golden/{}/review.yaml", suite_id);
}

std::string labels_folder(const std::string& suite_id) {
  return fmt::format("golden/{}/labels", suite_id);
}

std::optional<ReviewPlan> read_review_plan(const SourcePointer& source, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  const auto document = read_yaml(source, diagnostics);
  if (!document) {
    return std::nullopt;
  }
  constexpr long long most_cases = 1'000'000'000;
  constexpr double most_raters = 100;
  FieldReader fields(*document, diagnostics);
  ReviewPlan plan;
  const Value* questions = fields.optional_list("questions");
  for (const Value& item : questions == nullptr ? std::vector<Value>() : questions->items) {
    plan.questions.push_back(read_question(item, diagnostics));
  }
  plan.raters = fields.optional_number("raters").value_or(1);
  plan.blind = fields.optional_boolean("blind").value_or(true);
  plan.sample = static_cast<std::size_t>(fields.optional_integer("sample", 1, most_cases).value_or(0));
  plan.seed = static_cast<std::uint64_t>(fields.optional_integer("seed", 0, most_cases).value_or(0));
  fields.finish();
  std::set<std::string> ids;
  for (const ReviewQuestion& question : plan.questions) {
    ids.insert(question.id);
  }
  if (plan.questions.empty() || ids.size() != plan.questions.size()) {
    diagnostics.error("bad-review", document->where,
                      plan.questions.empty() ? "the review asks nothing" : "two questions have one id",
                      "questions: [{id: helpful, ask: \"Would you send this?\", answers: [yes, no]}]");
  }
  if (plan.raters < 1 || plan.raters > most_raters) {
    diagnostics.error("out-of-range", fields.map().find("raters")->where, "`raters` is a number from 1 to 100");
  }
  return diagnostics.errors() == errors_before ? std::optional(std::move(plan)) : std::nullopt;
}

const ReviewQuestion* find_question(const ReviewPlan& plan, std::string_view id) {
  const auto found = std::find_if(plan.questions.begin(), plan.questions.end(),
                                  [id](const ReviewQuestion& question) { return question.id == id; });
  return found == plan.questions.end() ? nullptr : &*found;
}

std::uint64_t draw_of(std::uint64_t seed, std::string_view case_id) {
  constexpr std::size_t digits = 16;
  constexpr int hexadecimal = 16;
  return std::stoull(sha256(fmt::format("{}\n{}", seed, case_id)).substr(0, digits), nullptr, hexadecimal);
}

int raters_of(const ReviewPlan& plan, std::string_view case_id) {
  const double whole = std::floor(plan.raters);
  const double share = static_cast<double>(draw_of(plan.seed + 1, case_id)) * 0x1.0p-64;
  return static_cast<int>(whole) + (share < plan.raters - whole ? 1 : 0);
}

}  // namespace promptctl
