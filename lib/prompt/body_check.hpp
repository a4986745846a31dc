#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "document/value.hpp"

namespace promptctl {

// Reports (`no-template`) a body that holds something else than the text of a prompt and would be sent as one: a chat
// in JSON or YAML, or the name of a file.
void check_body(const SourcePointer& source, std::size_t start, Diagnostics& diagnostics);

// Warns (`file-reference`) of a text that is the name of a file elsewhere, and stands for itself here: `what` is "`x`".
bool names_file(const Value& value);
void warn_of_file(const std::string& what, const Location& where, Diagnostics& diagnostics);

}  // namespace promptctl
