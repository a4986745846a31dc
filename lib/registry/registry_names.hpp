#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace promptctl {

// Reports (`bad-name`) a prompt, or a partial, that could not be registered under its name.
void check_prompt_name(const std::string& name, const std::string& path, Diagnostics& diagnostics);

// Reports (`bad-name`) a suite whose folder is no name: it is printed, and goes into evidence.
void check_suite_name(const std::string& name, const std::string& path, Diagnostics& diagnostics);

// Reports (`name-clash`) paths that are one file where case makes no difference.
void check_distinct(const std::vector<std::string>& paths, Diagnostics& diagnostics);

}  // namespace promptctl
