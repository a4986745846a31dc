#pragma once

#include <string>
#include <vector>

#include "template/syntax.hpp"

namespace promptctl {

enum class CallPlace { tag, expression, block };

// Whether the call is one that its helper can answer there: its form, its arguments, their names, and what constants
// give away. A fault, `wrong-arguments` or what the helper says, is reported.
bool check_call(const HelperCall& call, CallPlace place, TemplateFaults& faults);

// Whether the block's helper fills that many parameters.
bool check_parameters(const HelperCall& call, const std::vector<std::string>& parameters, TemplateFaults& faults);

}  // namespace promptctl
