#pragma once

#include <optional>
#include <string_view>

#include "dataset/golden_case.hpp"
#include "exchange/request.hpp"
#include "prompt/prompt_bundle.hpp"

namespace promptctl {

// What to ask for a case: as the prompt's renderer says, but that a judge is told its texts as it is told them where it
// judges, each within its fence.
std::optional<Request> render_case(const PromptBundle& prompt, const Case& golden, Diagnostics& diagnostics);

// The name by which assertions ask the judge that a prompt is: "helpful" of "judges/helpful", else the id.
std::string_view judge_name_of(std::string_view prompt_id);

}  // namespace promptctl
