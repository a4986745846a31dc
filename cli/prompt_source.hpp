#pragma once

#include <filesystem>
#include <string>

#include "flow/prepared_suite.hpp"
#include "model/address.hpp"

namespace promptctl::cli {

// Throws `Failure` (`bad-address`) when the text is no address.
Address read_address(const std::string& text);

// Lets suites judge the prompt's content as the address means it: that of a commit is read from git's objects, with the
// partials of that commit. Throws `Failure` when there is no such commit, or no such prompt in it.
void take_prompt_from(const Address& address, const std::filesystem::path& root, SuiteOptions& options);

}  // namespace promptctl::cli
