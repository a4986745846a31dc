#pragma once

#include <string_view>

#include "document/value.hpp"

namespace promptctl {

// Whether a text is a JSON Pointer (RFC 6901): empty, or beginning with '/'.
bool is_json_pointer(std::string_view text);

// The node that a pointer names; null where it leads nowhere.
const Value* node_at(const Value& value, std::string_view pointer);

// The same, or the nearest node above it.
const Value& nearest_node(const Value& value, std::string_view pointer);

}  // namespace promptctl
