#include "analysis/calibration.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "stats/agreement.hpp"
#include "stats/confidence.hpp"
#include "stats/interval.hpp"

namespace promptctl {
namespace {

using Weights = std::span<const std::uint32_t>;

std::optional<Interval> wilson(std::size_t passed, std::size_t count) {
  if (count == 0) {
    return std::nullopt;
  }
  const Bounds bounds = wilson_interval(passed, count, usual_confidence);
  return Interval{static_cast<double>(passed) / static_cast<double>(count), bounds.low, bounds.high};
}

std::size_t index_of(const std::vector<std::string>& words, const std::string& word) {
  return static_cast<std::size_t>(std::find(words.begin(), words.end(), word) - words.begin());
}

class Calibrator {
 public:
  Calibrator(JudgeForm form, const std::vector<std::string>& words) : form_(form) { all_.words = words; }

  void add(const CalibrationCase& one) {
    const std::size_t column = one.word ? index_of(all_.words, *one.word) : all_.words.size();
    all_.table.resize(all_.words.size() + 1, std::vector<std::size_t>(all_.words.size() + 1));
    const std::size_t row = index_of(all_.words, one.label);
    ++all_.table[row][column];
    ++all_.cases;
    if (one.word) {
      ++all_.decided;
      pairs_.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)});
      units_.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)});
    } else {
      ++all_.doubts[one.doubt.value_or(Doubt::not_asked)];
    }
  }

  Calibration finish() {
    all_.table.resize(all_.words.size() + 1, std::vector<std::size_t>(all_.words.size() + 1));
    add_rates();
    add_base_rate();
    if (!pairs_.empty()) {
      add_agreement();
    }
    return std::move(all_);
  }

 private:
  void add_rates() {
    std::size_t agreed = 0;
    for (std::size_t word = 0; word < all_.words.size(); ++word) {
      agreed += all_.table[word][word];
    }
    all_.agreement = wilson(agreed, all_.decided);
    if (form_ == JudgeForm::criterion) {
      const std::size_t yes = index_of(all_.words, "yes");
      const std::size_t no = index_of(all_.words, "no");
      all_.sensitivity = wilson(all_.table[yes][yes], all_.table[yes][yes] + all_.table[yes][no]);
      all_.specificity = wilson(all_.table[no][no], all_.table[no][no] + all_.table[no][yes]);
    }
  }

  void add_base_rate() {
    for (std::size_t word = 0; word < all_.words.size(); ++word) {
      std::size_t count = 0;
      for (std::size_t said = 0; said < all_.words.size(); ++said) {
        count += all_.table[word][said];
      }
      const double share = all_.decided == 0 ? 0 : static_cast<double>(count) / static_cast<double>(all_.decided);
      if (share > all_.base_rate) {
        all_.base_rate = share;
        all_.base_word = all_.words[word];
      }
    }
  }

  void add_agreement() {
    std::vector<double> values;
    for (const std::string& word : all_.words) {
      values.push_back(parse_number(word).value_or(static_cast<double>(values.size())));
    }
    values.push_back(values.empty() ? 0 : values.back() + 1);  // A label that is no word.
    const std::size_t undecided = all_.cases - all_.decided;
    const auto kappa = [&](Distance distance) {
      return agreement_interval(pairs_.size(), undecided,
                                [&](Weights times) { return cohen_kappa(pairs_, values, distance, times); });
    };
    all_.kappa = kappa(Distance::nominal);
    if (form_ == JudgeForm::scale) {
      all_.linear_kappa = kappa(Distance::linear);
      all_.quadratic_kappa = kappa(Distance::quadratic);
    }
    const Scale scale = form_ == JudgeForm::scale ? Scale::ordinal : Scale::nominal;
    all_.alpha = agreement_interval(units_.size(), undecided,
                                    [&](Weights times) { return krippendorff_alpha(units_, values, scale, times); });
  }

  JudgeForm form_;
  Calibration all_;
  std::vector<RatedPair> pairs_;
  std::vector<std::vector<std::uint32_t>> units_;
};

}  // namespace

Calibration calibrate(JudgeForm form, const std::vector<std::string>& words,
                      const std::vector<CalibrationCase>& cases) {
  Calibrator calibrator(form, words);
  for (const CalibrationCase& one : cases) {
    calibrator.add(one);
  }
  return calibrator.finish();
}

std::optional<double> least_kappa(const Calibration& calibration) {
  const auto& kappa = calibration.quadratic_kappa ? calibration.quadratic_kappa : calibration.kappa;
  return kappa ? std::optional(kappa->low) : std::nullopt;
}

Calibration calibrate(const Ratings& ratings) {
  std::set<std::string> words;
  for (const auto& [said, cases] : ratings) {
    words.insert(said.first);
    if (!said.second.empty()) {
      words.insert(said.second);
    }
  }
  std::vector<std::string> ordered(words.begin(), words.end());
  const bool is_scale =
      std::all_of(ordered.begin(), ordered.end(), [](const std::string& word) { return parse_number(word); });
  if (is_scale) {
    std::sort(ordered.begin(), ordered.end(),
              [](const auto& a, const auto& b) { return *parse_number(a) < *parse_number(b); });
  }
  std::vector<CalibrationCase> all;
  for (const auto& [said, cases] : ratings) {
    const CalibrationCase one{said.first, said.second.empty() ? std::nullopt : std::optional(said.second)};
    all.insert(all.end(), cases, one);
  }
  return calibrate(is_scale ? JudgeForm::scale : JudgeForm::choice, ordered, all);
}

}  // namespace promptctl
