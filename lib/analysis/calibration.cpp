#include "analysis/calibration.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <set>

#include "base/text.hpp"
#include "stats/agreement.hpp"
#include "stats/bootstrap.hpp"
#include "stats/confidence.hpp"
#include "stats/interval.hpp"
#include "stats/resample.hpp"

namespace promptctl {
namespace {

using Weights = std::span<const std::uint32_t>;
using Figure = std::function<std::optional<double>(Weights)>;

std::optional<Interval> wilson(std::size_t passed, std::size_t count) {
  if (count == 0) {
    return std::nullopt;
  }
  const Bounds bounds = wilson_interval(passed, count, usual_confidence);
  return Interval{static_cast<double>(passed) / static_cast<double>(count), bounds.low, bounds.high};
}

// The lowest kappa that agreement of so many cases leaves: that of the lower bound of the share that agree, by the
// same margins. A bootstrap draws no disagreement where there was none, and would be sure of ten cases.
double kappa_at_least(double kappa, double agreement, double least_agreement) {
  if (agreement >= 1) {  // Then kappa is 1, and the chance agreement is not to be had from it.
    return 2 * least_agreement - 1;
  }
  const double by_chance = (agreement - kappa) / (1 - kappa);
  return (least_agreement - by_chance) / (1 - by_chance);
}

// The figure with its interval; `least` is a bound that it is never above.
std::optional<Interval> with_interval(std::size_t units, const Figure& figure, std::optional<double> least) {
  const auto value = figure({});
  if (!value) {
    return std::nullopt;
  }
  constexpr std::size_t draws = 2000;
  const auto replicates = resample(units, {draws, 0}, [&figure](Weights times) {
    return figure(times).value_or(std::numeric_limits<double>::quiet_NaN());
  });
  Bounds bounds{-1, 1};
  if (!replicates.empty()) {
    bounds = percentile_interval(replicates, usual_confidence);
  }
  return Interval{*value, std::min({bounds.low, *value, least.value_or(*value)}), std::max(bounds.high, *value)};
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

  std::optional<Interval> kappa(Distance distance) const {
    const auto plain = cohen_kappa(pairs_, all_.words.size() + 1, Distance::nominal);
    const bool is_bounded = plain && (distance == Distance::nominal || all_.agreement->value >= 1);
    return with_interval(
        pairs_.size(), [&](Weights times) { return cohen_kappa(pairs_, all_.words.size() + 1, distance, times); },
        is_bounded ? std::optional(kappa_at_least(*plain, all_.agreement->value, all_.agreement->low)) : std::nullopt);
  }

  void add_agreement() {
    std::vector<double> values;
    for (const std::string& word : all_.words) {
      values.push_back(parse_number(word).value_or(static_cast<double>(values.size())));
    }
    values.push_back(values.empty() ? 0 : values.back() + 1);  // A label that is no word.
    all_.kappa = kappa(Distance::nominal);
    if (form_ == JudgeForm::scale) {
      all_.linear_kappa = kappa(Distance::linear);
      all_.quadratic_kappa = kappa(Distance::quadratic);
    }
    const Scale scale = form_ == JudgeForm::scale ? Scale::ordinal : Scale::nominal;
    all_.alpha = with_interval(
        units_.size(), [&](Weights times) { return krippendorff_alpha(units_, values, scale, times); },
        all_.kappa ? std::optional(all_.kappa->low) : std::nullopt);
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
