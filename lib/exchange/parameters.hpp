#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/value.hpp"

namespace promptctl {

// How a model samples, thinks and is served. What is absent is the provider's to choose.
struct Parameters {
  std::optional<double> temperature = {};
  std::optional<double> top_p = {};
  std::optional<long long> top_k = {};
  std::optional<long long> max_output_tokens = {};
  std::optional<long long> seed = {};
  std::vector<std::string> stop = {};
  std::optional<double> frequency_penalty = {};
  std::optional<double> presence_penalty = {};
  std::optional<std::string> reasoning_effort = {};  // a word of the API: "low", "high"
  std::optional<long long> thinking_budget = {};     // tokens; 0: no thinking
  std::optional<std::string> verbosity = {};
  std::optional<std::string> service_tier = {};

  bool operator==(const Parameters&) const = default;
};

// One of them: the name of its member, which records have, and its key under `config` of a prompt file.
struct ParameterName {
  std::string_view name;
  std::string_view key;
};

// All of them, in the order above.
std::span<const ParameterName> parameter_names();

// Those that are set, by the names of their members.
Value parameters_value(const Parameters& parameters);

// Unsets one, by the name of its member.
void clear_parameter(Parameters& parameters, std::string_view name);

}  // namespace promptctl
