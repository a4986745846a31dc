// What a judge's calibration says, and what it does not let pass.

#include "analysis/calibration.hpp"

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

namespace {

const std::vector<std::string> yes_no{"yes", "no"};

std::vector<CalibrationCase> many(std::size_t count, const CalibrationCase& one) {
  return std::vector<CalibrationCase>(count, one);
}

std::vector<CalibrationCase> joined(std::initializer_list<std::vector<CalibrationCase>> lists) {
  std::vector<CalibrationCase> all;
  for (const auto& list : lists) {
    all.insert(all.end(), list.begin(), list.end());
  }
  return all;
}

}  // namespace

TEST_CASE("a judge that always says the frequent word has agreement and no kappa") {
  const auto cases = joined({many(95, {"yes", "yes"}), many(5, {"no", "yes"})});
  const Calibration calibration = calibrate(JudgeForm::criterion, yes_no, cases);
  CHECK(calibration.agreement->value == Approx(0.95));
  CHECK(calibration.base_rate == Approx(0.95));
  CHECK(calibration.base_word == "yes");
  CHECK(calibration.kappa->value == Approx(0).margin(1e-12));
  CHECK(calibration.sensitivity->value == 1);
  CHECK(calibration.specificity->value == 0);
}

TEST_CASE("ten of ten prove no kappa of 1") {
  const auto cases = joined({many(5, {"yes", "yes"}), many(5, {"no", "no"})});
  const Calibration calibration = calibrate(JudgeForm::criterion, yes_no, cases);
  CHECK(calibration.kappa->value == 1);
  CHECK(calibration.kappa->low < 0.65);
  CHECK(calibration.kappa->high == 1);
  CHECK(calibration.alpha->low < 0.65);
  CHECK(*least_kappa(calibration) == calibration.kappa->low);
}

TEST_CASE("what the judge could not tell is counted and in no figure") {
  const auto cases =
      joined({many(4, {"yes", "yes"}), many(2, {"no", "no"}), many(3, {"no", std::nullopt, Doubt::unclear}),
              many(1, {"yes", std::nullopt, Doubt::malformed})});
  const Calibration calibration = calibrate(JudgeForm::criterion, yes_no, cases);
  CHECK(calibration.cases == 10);
  CHECK(calibration.decided == 6);
  CHECK(calibration.doubts.at(Doubt::unclear) == 3);
  CHECK(calibration.doubts.at(Doubt::malformed) == 1);
  CHECK(calibration.table[0][2] == 1);
  CHECK(calibration.table[1][2] == 3);
  CHECK(calibration.agreement->value == 1);
  CHECK_FALSE(calibrate(JudgeForm::criterion, yes_no, {}).kappa.has_value());
  CHECK_FALSE(calibrate(JudgeForm::criterion, yes_no, many(9, {"yes", "yes"})).kappa.has_value());
}

TEST_CASE("one error makes no judge better, and who abstains is no judge") {
  const std::vector<std::string> levels{"1", "2", "3", "4", "5"};
  const auto agreeing = joined({many(3, {"1", "1"}), many(4, {"3", "3"}), many(3, {"5", "5"})});
  const auto one_off = joined({many(3, {"1", "1"}), many(3, {"3", "3"}), many(1, {"3", "4"}), many(3, {"5", "5"})});
  const double all = *least_kappa(calibrate(JudgeForm::scale, levels, agreeing));
  CHECK(*least_kappa(calibrate(JudgeForm::scale, levels, one_off)) <= all);
  const auto silent =
      joined({many(13, {"yes", "yes"}), many(12, {"no", "no"}), many(275, {"no", std::nullopt, Doubt::unclear})});
  CHECK(*least_kappa(calibrate(JudgeForm::criterion, yes_no, silent)) < 0.2);
}

TEST_CASE("levels are as far apart as their numbers, whichever of them occur") {
  const auto cases = joined({many(10, {"1", "1"}), many(10, {"5", "5"}), many(5, {"4", "1"}), many(5, {"4", "4"})});
  const Ratings ratings{{{"1", "1"}, 10}, {{"5", "5"}, 10}, {{"4", "1"}, 5}, {{"4", "4"}, 5}};
  const Calibration whole = calibrate(JudgeForm::scale, {"1", "2", "3", "4", "5"}, cases);
  CHECK(calibrate(ratings).quadratic_kappa->value == Approx(whole.quadratic_kappa->value));
}

TEST_CASE("a scale has weighted kappas, and its worth is the quadratic one") {
  const std::vector<std::string> levels{"1", "2", "3"};
  const auto cases = joined({many(20, {"1", "1"}), many(20, {"2", "3"}), many(20, {"3", "3"}), many(20, {"2", "2"})});
  const Calibration calibration = calibrate(JudgeForm::scale, levels, cases);
  CHECK(calibration.quadratic_kappa->value > calibration.linear_kappa->value);
  CHECK(calibration.linear_kappa->value > calibration.kappa->value);
  CHECK(*least_kappa(calibration) == calibration.quadratic_kappa->low);

  const Ratings ratings{{{"1", "1"}, 20}, {{"2", "3"}, 20}, {{"3", "3"}, 20}, {{"2", "2"}, 20}};
  CHECK(calibrate(ratings).quadratic_kappa->value == Approx(calibration.quadratic_kappa->value));
  CHECK(calibrate(Ratings{{{"yes", "yes"}, 3}, {{"no", ""}, 2}}).decided == 3);
}
