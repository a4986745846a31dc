#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/golden_case.hpp"
#include "ports/files.hpp"
#include "review/review_plan.hpp"

namespace promptctl {

// What one person said to one question about one reply: a line of golden/<suite>/labels/<rater>.jsonl.
struct Label {
  std::string item;      // see `item_digest`
  std::string question;  // its id
  std::string case_id;
  std::string run;                    // whose reply was shown
  std::string rater;                  // an address or a pseudonym; "_resolved": what was decided where others disagree
  std::string at;                     // UTC
  std::optional<std::string> answer;  // none: skipped, or taken back
  std::string because;                // why it was skipped or so decided; may be empty
  std::string by;                     // of a decision: who made it
};

constexpr std::string_view resolver = "_resolved";

// SHA-256 of the question as it is asked, the case as it is shown and the reply: another word in one of them, and what
// was said is of something else.
std::string item_digest(const ReviewQuestion& question, const Case& golden, std::string_view reply);

// One line of JSON, with its line break.
std::string label_line(const Label& label);

// The file of a rater, below the suite's labels; what can't stand in a file's name is `_`.
std::string label_file(const std::string& suite_id, const std::string& rater);

// All labels of a suite. Of several answers of one rater to one item the last counts.
class Labels {
 public:
  // Faults go to `diagnostics`; a line with one is left out. No folder: no label.
  static Labels read(const Files& files, const std::string& suite_id, Diagnostics& diagnostics);

  void add(Label label);

  // What counts of one item, by rater: those with an answer; a decision is none of them.
  std::map<std::string, std::string> answers(const std::string& item) const;

  // What was decided of an item whose raters differ, by somebody who is none of them; null where nothing was.
  const Label* decision(const std::string& item) const;

  // Whether the rater has answered or skipped it.
  bool is_done(const std::string& item, const std::string& rater) const;

  // Every label that counts, by item and rater.
  const std::map<std::string, std::map<std::string, Label>>& all() const { return all_; }

 private:
  std::map<std::string, std::map<std::string, Label>> all_;
};

}  // namespace promptctl
