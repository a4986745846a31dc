#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "registry/project.hpp"

namespace promptctl {

// "SEQ:COMMIT:SHA256"
std::string checkpoint_text(const Checkpoint& checkpoint);
std::optional<Checkpoint> parse_checkpoint(std::string_view text);

}  // namespace promptctl
