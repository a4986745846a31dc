#pragma once

#include <string>
#include <string_view>

namespace promptctl {

// A snapshot's name without what tells it from others of its model: a date, or a running number. "gpt-4o-2024-08-06" is
// "gpt-4o", "gemini-1.5-flash-002" is "gemini-1.5-flash".
std::string model_family(std::string_view name);

// Who a model descends from, as far as its name tells: the letters that it begins with. "gpt-4o" and "gpt-4o-mini" are
// "gpt", "claude-sonnet-4" is "claude", "meta-llama/llama-3.1-8b" is "llama".
std::string model_lineage(std::string_view name);

// Whether a provider says that another model than `target` ("provider/model") answered. A model's snapshots are the
// model, where it was asked for by its own name or as its latest; of a snapshot that was asked for by name, any other
// is another. False where it says nothing.
bool is_other_model(std::string_view target, std::string_view served);

}  // namespace promptctl
