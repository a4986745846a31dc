#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "stats/interval.hpp"

namespace promptctl {

// A case that a person and a judge have judged: 0, 1, or a share between.
struct LabelledCase {
  double label = 0;
  double prediction = 0;
  std::uint32_t cluster = 0;  // 0: it belongs to none
};

// A case that a judge alone has judged.
struct PredictedCase {
  double prediction = 0;
  std::uint32_t cluster = 0;
};

struct CorrectedShare {
  double value = 0;
  double lambda = 0;  // how far the judge is relied on: 0 not at all, then the labels alone count
  double standard_error = 0;
  Bounds bounds;  // within 0 and 1
};

// The share of passes among all cases, of which a random sample is labelled and the judge has judged all: prediction-
// powered inference with a tuned λ (A. N. Angelopoulos, J. C. Duchi, T. Zrnic, "PPI++: Efficient Prediction-Powered
// Inference", arXiv 2311.01453, §6). θ = mean(Y) + λ·(mean(Ŷ_N) − mean(Ŷ_n)), λ = cov(Y, Ŷ) / ((1 + n/N)·var(Ŷ)) cut to
// 0 and 1, se² = λ²·var(Ŷ_N)/N + var(Y − λŶ)/n. `unlabelled` holds the judge's words on the N cases without a label.
//
// The normal interval has no width where all labels agree with the judge, or with each other. So the bounds take two
// more residuals, the least and the largest that there can be (−λ and 1), as `mean_interval` does, and Student's t of
// as many degrees of freedom as there are labels, plus one. Where cases come in clusters, both errors are
// clustered_standard_error's and clusters are counted in the place of labels. The simulation in docs/judges.md shows
// how often they hold the truth. Without a label: 0 to 1.
CorrectedShare corrected_share(std::span<const LabelledCase> labelled, std::span<const PredictedCase> unlabelled,
                               double confidence = 0.95);

}  // namespace promptctl
