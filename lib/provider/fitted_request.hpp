#pragma once

#include <array>
#include <string>
#include <vector>

#include "exchange/parameters.hpp"
#include "exchange/request.hpp"
#include "provider/provider_settings.hpp"

namespace promptctl {

// What a prompt's `output` asks of the API: a reply in JSON, and one that keeps to a schema. Their keys stand in a
// prompt file, and in `omit`.
constexpr std::array<ParameterName, 2> output_names{
    {{"json_output", "output.format"}, {"output_schema", "output.schema"}}};

// What a request asks for and its provider can't be sent, or not so.
struct ParameterFault {
  std::string key;  // of the prompt's `config`, the options of a type among them, or of `output_names`
  std::string message;
  std::string hint;
};

// A request as it goes to its provider: without what the settings omit, with a schema in the prompt's text where they
// say so, and with what the API demands. Every request is made so before it is digested, priced or sent.
Request fitted(Request request, const ProviderSettings& settings);

// Of a request before it is fitted: nothing that was asked for is left out without a word. The settings have a type.
std::vector<ParameterFault> parameter_faults(const Request& request, const ProviderSettings& settings);

}  // namespace promptctl
