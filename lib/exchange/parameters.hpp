#pragma once

#include <optional>
#include <string>
#include <vector>

namespace promptctl {

// How a model samples. What is absent is the provider's to choose.
struct Parameters {
  std::optional<double> temperature;
  std::optional<double> top_p;
  std::optional<long long> max_output_tokens;
  std::optional<long long> seed;
  std::vector<std::string> stop;

  bool operator==(const Parameters&) const = default;
};

}  // namespace promptctl
