#pragma once

#include <string>

#include "analysis/calibration.hpp"
#include "report/text/layout.hpp"
#include "run/run_record.hpp"

namespace promptctl {

// A judge's calibration by one run of a suite with labels.
struct CalibrationReport {
  RunHeader header;
  JudgeForm form = JudgeForm::criterion;
  Calibration calibration;
  std::size_t left_out = 0;           // cases on which the judge was tuned
  std::optional<double> least_kappa;  // that the lower bound must reach; none: nobody asks
};

// Whether the lower bound of kappa reaches what is asked; of a scale, of the quadratic kappa.
bool is_calibrated(const CalibrationReport& report);

std::string calibration_text(const CalibrationReport& report, std::size_t width);
Value calibration_value(const CalibrationReport& report);

}  // namespace promptctl
