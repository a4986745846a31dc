#include "eval/target_checks.hpp"

#include "price/cost.hpp"
#include "provider/fitted_request.hpp"

namespace promptctl {
namespace {

// Where a key of the prompt stands.
Location place_of(const std::string& key, const Prompt& prompt) {
  const Value* at = prompt.config.find(key);
  return key.starts_with("output.") ? prompt.output_where : at == nullptr ? prompt.where : at->where;
}

}  // namespace

bool can_be_bounded(const Target& target, const PriceBook& prices, const Project& project,
                    std::chrono::system_clock::time_point now) {
  const auto price = prices.find(target, project, now);
  return price && most_cost(0, 0, price->price);
}

void check_parameters(const Prompt& prompt, const Target& target, const ProviderSettings& provider,
                      Diagnostics& diagnostics) {
  Request probe;
  probe.target = target;
  probe.parameters = prompt.parameters;
  probe.options = prompt.options;
  probe.json_output = prompt.json_output;
  probe.output_schema = prompt.output_schema;
  probe.stream = prompt.stream;
  for (const ParameterFault& fault : parameter_faults(probe, provider)) {
    diagnostics.error("unsupported-parameter", place_of(fault.key, prompt), fault.message, fault.hint);
  }
}

}  // namespace promptctl
