#pragma once

#include <string>
#include <string_view>

namespace promptctl {

// A model's name without what tells one release of it from another: who serves it, a date or number of a snapshot,
// "latest", a tag. "openai/gpt-4o-2024-08-06" is "gpt-4o", "models/gemini-1.5-flash-002" is "gemini-1.5-flash".
std::string model_family(std::string_view name);

// Whether a provider says that another model than `target` ("provider/model") answered. False where it says nothing.
bool is_of_other_family(std::string_view target, std::string_view served);

}  // namespace promptctl
