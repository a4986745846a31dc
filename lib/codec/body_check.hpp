#pragma once

#include <string_view>

#include "base/diagnostic.hpp"

namespace promptctl {

// Reports (`no-template`) a body that holds something else than the text of a prompt and would be sent as one: a chat
// in JSON or YAML, or the name of a file.
void check_body(const SourcePointer& source, std::size_t start, Diagnostics& diagnostics);

}  // namespace promptctl
