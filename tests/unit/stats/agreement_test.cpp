// Agreement of raters, held to figures of others.

#include "stats/agreement.hpp"

#include <array>
#include <fstream>
#include <map>

#include "base/random.hpp"
#include "document/json.hpp"
#include "stats/prediction_powered.hpp"
#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

const std::string shared = std::string(SOURCE_ROOT) + "/../shared/data/ragchecker/";

std::vector<std::vector<std::uint32_t>> units_of(std::span<const RatedPair> pairs) {
  std::vector<std::vector<std::uint32_t>> units;
  for (const RatedPair& pair : pairs) {
    units.push_back({pair.first, pair.second});
  }
  return units;
}

// The two ratings of each pair of answers, −2 … 2 as 0 … 4.
std::vector<RatedPair> human_pairs(const std::string& question) {
  std::ifstream lines(shared + "human_labels.jsonl");
  std::vector<RatedPair> pairs;
  std::map<std::string, std::uint32_t> first;
  for (std::string line; std::getline(lines, line);) {
    const Value row = *parse_json(line);
    const auto rating = static_cast<std::uint32_t>(row.find(question)->number() + 2);
    const auto [seen, is_new] = first.emplace(row.find("pair")->text, rating);
    if (!is_new) {
      pairs.push_back({seen->second, rating});
    }
  }
  return pairs;
}

}  // namespace

TEST_CASE("kappa and alpha of 280 pairs of answers that two people judged are those of nltk") {
  std::ifstream file(shared + "reference.json");
  if (!file) {
    WARN("skipped: there is no ../shared/data/ragchecker");
    return;
  }
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const Value reference = *parse_json(text);
  const std::array values{-2.0, -1.0, 0.0, 1.0, 2.0};
  for (const std::string question : {"overall", "completeness", "correctness"}) {
    INFO(question);
    const auto pairs = human_pairs(question);
    REQUIRE(pairs.size() == 280);
    const auto& kappa = reference.find("kappa")->find(question)->items;
    CHECK(cohen_kappa(pairs, values, Distance::nominal).value() == Approx(kappa[0].number()).margin(6e-7));
    CHECK(cohen_kappa(pairs, values, Distance::linear).value() == Approx(kappa[1].number()).margin(6e-7));
    CHECK(cohen_kappa(pairs, values, Distance::quadratic).value() == Approx(kappa[2].number()).margin(6e-7));
    const auto units = units_of(pairs);
    const auto& alpha = reference.find("alpha")->find(question)->items;
    CHECK(krippendorff_alpha(units, values, Scale::nominal).value() == Approx(alpha[0].number()).margin(6e-7));
    CHECK(krippendorff_alpha(units, values, Scale::ordinal).value() == Approx(alpha[1].number()).margin(6e-7));
    CHECK(krippendorff_alpha(units, values, Scale::interval).value() == Approx(alpha[2].number()).margin(6e-7));
  }
  CHECK(raw_agreement(human_pairs("overall")).value() ==
        Approx(reference.find("raw_agreement_overall")->number()).margin(6e-5));
}

TEST_CASE("alpha leaves out who has not rated: Krippendorff's example of four raters and twelve units") {
  // Content Analysis, 3rd ed., §12.3: .743 nominal, .815 ordinal, .849 interval. Categories 1 to 5.
  const std::vector<std::vector<std::uint32_t>> units{{0, 0, 0},    {1, 1, 2, 1}, {2, 2, 2, 2}, {2, 2, 2, 2},
                                                      {1, 1, 1, 1}, {0, 1, 2, 3}, {3, 3, 3, 3}, {0, 0, 1, 0},
                                                      {1, 1, 1, 1}, {4, 4, 4},    {0, 0},       {2}};
  const std::array values{1.0, 2.0, 3.0, 4.0, 5.0};
  CHECK(krippendorff_alpha(units, values, Scale::nominal).value() == Approx(0.743).margin(5e-4));
  CHECK(krippendorff_alpha(units, values, Scale::ordinal).value() == Approx(0.815).margin(5e-4));
  CHECK(krippendorff_alpha(units, values, Scale::interval).value() == Approx(0.849).margin(5e-4));
}

TEST_CASE("agreement says nothing where there is nothing to disagree on") {
  constexpr std::array two{0.0, 1.0};
  const std::vector<RatedPair> same{{1, 1}, {1, 1}};
  CHECK_FALSE(cohen_kappa(same, two, Distance::nominal).has_value());
  CHECK_FALSE(krippendorff_alpha(units_of(same), std::array{0.0, 1.0}, Scale::nominal).has_value());
  CHECK(raw_agreement(same) == 1);
  CHECK_FALSE(raw_agreement({}).has_value());
  CHECK_FALSE(cohen_kappa({}, two, Distance::nominal).has_value());
  const std::vector<RatedPair> apart{{0, 1}, {1, 0}};
  CHECK(cohen_kappa(apart, two, Distance::nominal) == -1);
}

TEST_CASE("a unit that counts twice is two units") {
  const std::vector<RatedPair> pairs{{0, 0}, {0, 1}, {1, 1}, {2, 1}};
  const std::vector<RatedPair> twice{{0, 0}, {0, 1}, {0, 1}, {1, 1}, {2, 1}};
  const std::vector<std::uint32_t> times{1, 2, 1, 1};
  const std::array values{0.0, 1.0, 2.0};
  for (const Distance distance : {Distance::nominal, Distance::linear, Distance::quadratic}) {
    CHECK(cohen_kappa(pairs, values, distance, times).value() == Approx(cohen_kappa(twice, values, distance).value()));
  }
  for (const Scale scale : {Scale::nominal, Scale::ordinal, Scale::interval}) {
    CHECK(krippendorff_alpha(units_of(pairs), values, scale, times).value() ==
          Approx(krippendorff_alpha(units_of(twice), values, scale).value()));
  }
  CHECK(raw_agreement(pairs, times).value() == Approx(0.4));
}

TEST_CASE("prediction-powered shares: the figures of the formula") {
  const std::array labels{1, 1, 0, 1, 0, 1, 1, 0, 1, 1};
  const std::array predictions{1, 1, 1, 1, 0, 1, 1, 0, 1, 0};
  std::vector<LabelledCase> labelled;
  for (std::size_t at = 0; at < labels.size(); ++at) {
    labelled.push_back({static_cast<double>(labels.at(at)), static_cast<double>(predictions.at(at))});
  }
  std::vector<PredictedCase> unlabelled(27, PredictedCase{1});
  unlabelled.resize(40);
  const CorrectedShare share = corrected_share(labelled, unlabelled);
  CHECK(share.lambda == Approx(0.396323529).margin(1e-9));
  CHECK(share.value == Approx(0.690091912).margin(1e-9));
  CHECK(share.standard_error == Approx(0.128221859).margin(1e-9));
  CHECK(share.bounds.low < share.value - 1.96 * share.standard_error);
}

TEST_CASE("the interval of a corrected rate holds the truth about as often as it says") {
  Random random(7);
  constexpr int runs = 1000;
  int held = 0;
  for (int run = 0; run < runs; ++run) {
    std::vector<LabelledCase> labelled;
    std::vector<PredictedCase> unlabelled;
    for (int reply = 0; reply < 300; ++reply) {
      const bool passes = random.uniform() < 0.8;
      const double prediction = passes == (random.uniform() < 0.85) ? 1 : 0;
      if (reply < 60) {
        labelled.push_back({passes ? 1.0 : 0.0, prediction});
      } else {
        unlabelled.push_back({prediction});
      }
    }
    const CorrectedShare share = corrected_share(labelled, unlabelled);
    held += share.bounds.low <= 0.8 && 0.8 <= share.bounds.high ? 1 : 0;
  }
  CHECK(held >= 930);
}

TEST_CASE("cases of one cluster say less than cases of their own") {
  std::vector<LabelledCase> labelled;
  std::vector<PredictedCase> unlabelled;
  for (std::uint32_t at = 0; at < 200; ++at) {
    const bool passes = at % 4 != 0;  // By cluster: three of four pass whole.
    if (at < 80) {
      labelled.push_back({passes ? 1.0 : 0.0, passes ? 1.0 : 0.0});
    } else {
      unlabelled.push_back({passes ? 1.0 : 0.0});
    }
  }
  const CorrectedShare alone = corrected_share(labelled, unlabelled);
  for (std::size_t at = 0; at < labelled.size(); ++at) {
    labelled[at].cluster = static_cast<std::uint32_t>(at % 4 + 1);
  }
  for (std::size_t at = 0; at < unlabelled.size(); ++at) {
    unlabelled[at].cluster = static_cast<std::uint32_t>(at % 4 + 1);
  }
  const CorrectedShare clustered = corrected_share(labelled, unlabelled);
  CHECK(clustered.value == alone.value);
  CHECK(clustered.bounds.high - clustered.bounds.low > 2 * (alone.bounds.high - alone.bounds.low));
}

TEST_CASE("a judge that knows nothing leaves the labels alone, and agreement is no certainty") {
  std::vector<LabelledCase> labelled;
  for (int at = 0; at < 40; ++at) {
    labelled.push_back({at % 4 == 0 ? 0.0 : 1.0, at % 2 == 0 ? 0.0 : 1.0});
  }
  const std::vector<PredictedCase> constant(500, PredictedCase{1});
  for (LabelledCase& one : labelled) {
    one.prediction = 1;
  }
  const CorrectedShare alone = corrected_share(labelled, constant);
  std::vector<double> labels;
  for (const LabelledCase& one : labelled) {
    labels.push_back(one.label);
  }
  const Bounds mean_alone = mean_interval(labels, 0, 1);
  CHECK(alone.lambda == 0);
  CHECK(alone.bounds.low == Approx(mean_alone.low));
  CHECK(alone.bounds.high == Approx(mean_alone.high));

  // A perfect judge: what is left is what the judge says of all, and some doubt.
  for (LabelledCase& one : labelled) {
    one.prediction = one.label;
  }
  std::vector<PredictedCase> judged(300, PredictedCase{1});
  judged.resize(400);
  const CorrectedShare perfect = corrected_share(labelled, judged);
  CHECK(perfect.value == Approx(0.75).margin(0.01));
  CHECK(perfect.bounds.high - perfect.bounds.low < mean_alone.high - mean_alone.low);
  CHECK(perfect.bounds.high - perfect.bounds.low > 0.05);

  const std::vector<LabelledCase> unanimous(20, LabelledCase{1, 1});
  const CorrectedShare sure = corrected_share(unanimous, std::vector<PredictedCase>(200, PredictedCase{1}));
  CHECK(sure.value == 1);
  CHECK(sure.bounds.low < 0.95);
  CHECK(sure.bounds.high == 1);
  CHECK(corrected_share({}, judged).bounds.low == 0);
}
