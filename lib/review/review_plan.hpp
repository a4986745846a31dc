#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "document/value.hpp"

namespace promptctl {

// What people are asked about each reply.
struct ReviewQuestion {
  enum class Kind {
    choice,  // one of some words
    scale,   // one of some whole numbers, lowest first
    text     // what they write
  };

  struct Answer {
    std::string word;  // as labels have it: "yes", "3"
    std::string text;  // what is shown: "right"; the word itself where there is no other
  };

  std::string id;
  std::string ask;
  Kind kind = Kind::choice;
  std::vector<Answer> answers;  // empty of `text`; at most nine
  bool required = true;
};

// How the replies of a suite are reviewed: golden/<suite>/review.yaml.
struct ReviewPlan {
  std::vector<ReviewQuestion> questions;
  double raters = 1;       // of each reply; 1.2: a fifth of the replies has two
  bool blind = true;       // whoever rates sees neither model, version, verdict nor other raters
  std::size_t sample = 0;  // so many cases, drawn by `seed`; 0: all
  std::uint64_t seed = 0;
};

std::string review_path(const std::string& suite_id);

// The folder of its labels, a file a rater.
std::string labels_folder(const std::string& suite_id);

// None after a fault.
std::optional<ReviewPlan> read_review_plan(const SourcePointer& source, Diagnostics& diagnostics);

// Null where the plan has no such question.
const ReviewQuestion* find_question(const ReviewPlan& plan, std::string_view id);

// A number by which cases are drawn: the `sample` cases with the lowest are. The same for everybody.
std::uint64_t draw_of(std::uint64_t seed, std::string_view case_id);

// How many people are to rate a case, by its draw among all: the fraction of `raters` falls on a share of the cases
// that is the same for everybody.
int raters_of(const ReviewPlan& plan, std::string_view case_id);

}  // namespace promptctl
