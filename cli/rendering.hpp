#pragma once

#include <string>
#include <vector>

#include "model/golden_case.hpp"
#include "model/project.hpp"
#include "model/prompt.hpp"
#include "model/request.hpp"

namespace promptctl::cli {

// Sets the variables of `--var NAME=VALUE`; JSON where the prompt's schema asks for no text.
void add_variables(Case& golden, const Prompt& prompt, const std::vector<std::string>& variables);

// The model asked for, else the prompt's, else the project's. Throws `Failure` (`no-target`) without any.
Target choose_target(const std::string& asked, const Prompt& prompt, const Project& project);

// [{"role", "content"}]
Value messages_value(const Request& request);

// The body of the HTTP request that asks the target's provider. Throws `Failure` (`unknown-provider`).
Value request_body(const Request& request, const Project& project);

}  // namespace promptctl::cli
