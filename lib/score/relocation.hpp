#pragma once

#include <string_view>

#include "base/diagnostic.hpp"

namespace promptctl {

// Reports faults found in a text that is part of a user's file at `where` that text stands, each message followed by
// `suffix`.
void report_at(const Location& where, const Diagnostics& found, std::string_view suffix, Diagnostics& diagnostics);

}  // namespace promptctl
