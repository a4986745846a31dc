#include "exchange/parameters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <variant>

namespace promptctl {
namespace {

using Number = std::optional<double> Parameters::*;
using Count = std::optional<long long> Parameters::*;
using Word = std::optional<std::string> Parameters::*;
using Words = std::vector<std::string> Parameters::*;
using Member = std::variant<Number, Count, Word, Words>;

constexpr std::array<ParameterName, 12> names{{{"temperature", "temperature"},
                                               {"top_p", "topP"},
                                               {"top_k", "topK"},
                                               {"max_output_tokens", "maxOutputTokens"},
                                               {"seed", "seed"},
                                               {"stop", "stopSequences"},
                                               {"frequency_penalty", "frequencyPenalty"},
                                               {"presence_penalty", "presencePenalty"},
                                               {"reasoning_effort", "reasoningEffort"},
                                               {"thinking_budget", "thinkingBudget"},
                                               {"verbosity", "verbosity"},
                                               {"service_tier", "serviceTier"}}};

constexpr std::array<Member, names.size()> members{&Parameters::temperature,
                                                   &Parameters::top_p,
                                                   &Parameters::top_k,
                                                   &Parameters::max_output_tokens,
                                                   &Parameters::seed,
                                                   &Parameters::stop,
                                                   &Parameters::frequency_penalty,
                                                   &Parameters::presence_penalty,
                                                   &Parameters::reasoning_effort,
                                                   &Parameters::thinking_budget,
                                                   &Parameters::verbosity,
                                                   &Parameters::service_tier};

Value value_of(double number) {
  return number_value(number);
}

Value value_of(long long count) {
  return integer_value(count);
}

Value value_of(const std::string& word) {
  return text_value(word);
}

template <typename T>
Value value_of(const std::optional<T>& one) {
  return one ? value_of(*one) : Value();
}

Value value_of(const std::vector<std::string>& words) {
  return words.empty() ? Value() : texts_value(words);
}

}  // namespace

std::span<const ParameterName> parameter_names() {
  return names;
}

Value parameters_value(const Parameters& parameters) {
  Value map = map_value();
  for (std::size_t at = 0; at < names.size(); ++at) {
    Value value = std::visit([&parameters](auto member) { return value_of(parameters.*member); }, members.at(at));
    if (!value.is_null()) {
      map.set(std::string(names.at(at).name), std::move(value));
    }
  }
  return map;
}

void clear_parameter(Parameters& parameters, std::string_view name) {
  const auto* found = std::ranges::find(names, name, &ParameterName::name);
  if (found != names.end()) {
    std::visit([&parameters](auto member) { (parameters.*member) = {}; },
               members.at(static_cast<std::size_t>(found - names.begin())));
  }
}

}  // namespace promptctl
