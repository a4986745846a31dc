#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "run/run_sample.hpp"
#include "score/judges.hpp"
#include "stats/estimate.hpp"

namespace promptctl {

// What people and a judge said of one reply.
struct CalibrationCase {
  std::string label;
  std::optional<std::string> word;  // none: the judge could not tell
  std::optional<Doubt> doubt = {};  // why
};

// What a judge's verdicts are worth, by labels of people. Each interval is by a bootstrap over cases; a figure is none
// where it can't be made: one word alone was used.
struct Calibration {
  std::vector<std::string> words;               // the judge's, in their order
  std::vector<std::vector<std::size_t>> table;  // how often: by label, by the judge's word; the last word is "no word"
  std::map<Doubt, std::size_t> doubts;          // of that last column
  std::size_t cases = 0;
  std::size_t decided = 0;                  // with a word
  std::optional<Interval> agreement;        // of the decided; Wilson
  double base_rate = 0;                     // the share of the most frequent label: what a constant judge would agree
  std::string base_word;                    // that label
  std::optional<Interval> sensitivity;      // criterion: of those that people say yes to, the share it does; Wilson
  std::optional<Interval> specificity;      // and no
  std::optional<Interval> kappa;            // Cohen's
  std::optional<Interval> linear_kappa;     // of a scale
  std::optional<Interval> quadratic_kappa;  // of a scale
  std::optional<Interval> alpha;            // Krippendorff's: nominal; of a scale, ordinal
};

// The lower bound of kappa, of a scale the quadratic one: what a judge is known to be worth. None without a kappa.
std::optional<double> least_kappa(const Calibration& calibration);

// The same from the counts of a run: a scale where every word is a whole number, else a choice.
Calibration calibrate(const Ratings& ratings);

// A label that is none of the words counts as a word that the judge never says. Draws are seeded: the same cases in the
// same order give the same figures.
Calibration calibrate(JudgeForm form, const std::vector<std::string>& words, const std::vector<CalibrationCase>& cases);

}  // namespace promptctl
