#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "prompt/prompt_bundle.hpp"

namespace promptctl {

// The judges that come with promptctl: prompt files like any other (built-in/), which a registry's own prompt of the
// same name takes the place of.

// Sorted.
std::vector<std::string> built_in_judge_names();

// The file's text; empty when there is no such judge.
std::string_view built_in_judge_text(std::string_view name);

// None when there is no such judge.
std::optional<PromptBundle> built_in_judge(const std::string& name, Diagnostics& diagnostics);

// The id of the prompt that a registry's own judge of this name is: "judges/rubric".
std::string judge_prompt_id(const std::string& name);

}  // namespace promptctl
