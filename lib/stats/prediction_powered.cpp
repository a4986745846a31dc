#include "stats/prediction_powered.hpp"

#include <algorithm>
#include <cmath>
#include <set>
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

// The cluster of each value: its own number where it belongs to none.
template <typename Cases>
std::vector<std::uint32_t> clusters_of(const Cases& cases) {
  constexpr std::uint32_t own = 0x80000000U;
  std::vector<std::uint32_t> clusters;
  for (const auto& one : cases) {
    clusters.push_back(one.cluster != 0 ? one.cluster : own + static_cast<std::uint32_t>(clusters.size()));
  }
  return clusters;
}

bool is_clustered(std::span<const std::uint32_t> clusters) {
  return std::set<std::uint32_t>(clusters.begin(), clusters.end()).size() < clusters.size();
}

// The squared standard error of the mean.
double squared_error(std::span<const double> values, std::span<const std::uint32_t> clusters, double divisor) {
  if (is_clustered(clusters)) {
    const double error = clustered_standard_error(values, clusters);
    return error * error;
  }
  return squares(values) / (static_cast<double>(values.size()) * divisor);
}

}  // namespace

CorrectedShare corrected_share(std::span<const LabelledCase> labelled, std::span<const PredictedCase> unlabelled,
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
  std::vector<double> others;
  for (const PredictedCase& one : unlabelled) {
    others.push_back(one.prediction);
  }
  CorrectedShare share;
  share.lambda = tuned_lambda(labels, predictions, others);
  std::vector<double> residuals(labels.size());
  std::transform(labels.begin(), labels.end(), predictions.begin(), residuals.begin(),
                 [&](double label, double prediction) { return label - share.lambda * prediction; });
  std::vector<std::uint32_t> clusters = clusters_of(labelled);
  const double of_judge = others.empty() ? 0 : share.lambda * mean(others);
  const auto count = static_cast<double>(labels.size());
  const double imputed = others.empty()
                             ? 0
                             : share.lambda * share.lambda *
                                   squared_error(others, clusters_of(unlabelled), static_cast<double>(others.size()));
  share.value = std::clamp(mean(residuals) + of_judge, 0.0, 1.0);
  share.standard_error = std::sqrt(imputed + squared_error(residuals, clusters, count));
  residuals.push_back(-share.lambda);
  residuals.push_back(1);
  constexpr std::uint32_t pseudo = 0xFFFFFFFEU;
  clusters.push_back(pseudo);
  clusters.push_back(pseudo + 1);
  const auto units = static_cast<double>(std::set<std::uint32_t>(clusters.begin(), clusters.end()).size());
  const double error = std::sqrt(imputed + squared_error(residuals, clusters, count + 1));
  const double reach = student_quantile((1 + confidence) / 2, units - 1) * error;
  const double centre = mean(residuals) + of_judge;
  share.bounds = {std::clamp(centre - reach, 0.0, 1.0), std::clamp(centre + reach, 0.0, 1.0)};
  return share;
}

}  // namespace promptctl
