#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "prompt/prompt.hpp"

namespace promptctl {

// Reads a `.prompt` file (docs/prompt-file.md): front matter between two `---` lines, then the body, which is not
// parsed here. None only when the front matter can't be read at all; other faults leave their field empty. `id` is the
// prompt's path below prompts/, without the extension.
std::optional<Prompt> read_prompt(std::string id, const SourcePointer& source, Diagnostics& diagnostics);

}  // namespace promptctl
