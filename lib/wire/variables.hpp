#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/project.hpp"

namespace promptctl {

// Puts the values of ${NAME} into `text`; ${NAME:-text} gives the text where the variable is unset or empty. Returns
// false, and the first name without a value in `missing`, when there is one.
bool resolve_variables(std::string& text, const std::map<std::string, std::string>& variables, std::string& missing);

// Where each provider is reached, with variables resolved; those whose variables are not set are left out.
std::map<std::string, std::string> provider_addresses(const Project& project,
                                                      const std::map<std::string, std::string>& variables);

}  // namespace promptctl
