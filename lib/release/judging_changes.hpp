#pragma once

#include <string>
#include <vector>

#include "registry/changed_prompts.hpp"

namespace promptctl {

// What a change takes from the judging of a prompt, for people: suites and cases that are gone, cases that are no
// longer critical or now in quarantine, fewer repeats, and that a suite was changed at all. A decision on both contents
// by the new suites can't show it.
std::vector<std::string> judging_changes(const Registry& before, const Registry& after, const ChangedPrompt& prompt);

}  // namespace promptctl
