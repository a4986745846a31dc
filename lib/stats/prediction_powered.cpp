#include "stats/prediction_powered.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/distribution.hpp"

namespace promptctl {
namespace {

// Σ (x − x̄)²
double squares(std::span<const double> values) {
  const double centre = mean(values);
  double sum = 0;
  for (const double value : values) {
    sum += (value - centre) * (value - centre);
  }
  return sum;
}

double tuned_lambda(std::span<const double> labels, std::span<const double> predictions,
                    std::span<const double> unlabelled) {
  std::vector<double> all(predictions.begin(), predictions.end());
  all.insert(all.end(), unlabelled.begin(), unlabelled.end());
  const double spread = all.size() < 2 ? 0 : squares(all) / static_cast<double>(all.size() - 1);
  if (unlabelled.empty() || spread <= 0) {
    return 0;
  }
  const double mean_label = mean(labels);
  const double mean_prediction = mean(predictions);
  double covariance = 0;
  for (std::size_t at = 0; at < labels.size(); ++at) {
    covariance += (labels[at] - mean_label) * (predictions[at] - mean_prediction);
  }
  covariance /= static_cast<double>(labels.size());
  const double ratio = static_cast<double>(labels.size()) / static_cast<double>(unlabelled.size());
  return std::clamp(covariance / ((1 + ratio) * spread), 0.0, 1.0);
}

}  // namespace

CorrectedShare corrected_share(std::span<const LabelledCase> labelled, std::span<const double> unlabelled,
                               double confidence) {
  if (labelled.empty()) {
    return {0.5, 0, 0, {0, 1}};
  }
  std::vector<double> labels;
  std::vector<double> predictions;
  for (const LabelledCase& one : labelled) {
    labels.push_back(one.label);
    predictions.push_back(one.prediction);
  }
  CorrectedShare share;
  share.lambda = tuned_lambda(labels, predictions, unlabelled);
  std::vector<double> residuals(labels.size());
  std::transform(labels.begin(), labels.end(), predictions.begin(), residuals.begin(),
                 [&](double label, double prediction) { return label - share.lambda * prediction; });
  const double of_judge = unlabelled.empty() ? 0 : share.lambda * mean(unlabelled);
  const auto count = static_cast<double>(labels.size());
  const auto others = static_cast<double>(unlabelled.size());
  const double imputed = unlabelled.empty() ? 0 : share.lambda * share.lambda * squares(unlabelled) / (others * others);
  share.value = mean(residuals) + of_judge;
  share.standard_error = std::sqrt(imputed + squares(residuals) / (count * count));
  residuals.push_back(-share.lambda);
  residuals.push_back(1);
  const double error = std::sqrt(imputed + squares(residuals) / ((count + 2) * (count + 1)));
  const double reach = student_quantile((1 + confidence) / 2, count + 1) * error;
  const double centre = mean(residuals) + of_judge;
  share.bounds = {std::clamp(centre - reach, 0.0, 1.0), std::clamp(centre + reach, 0.0, 1.0)};
  share.value = std::clamp(share.value, 0.0, 1.0);
  return share;
}

}  // namespace promptctl
