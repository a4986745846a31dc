#pragma once

#include <span>
#include <string_view>

#include "document/value.hpp"

namespace promptctl {

// Whether this word, as an event's name or in place of its data, keeps a connection open and says no more: "ping",
// "keep-alive".
bool is_keep_alive(std::string_view word);

// Whether a word, as the name of an event or for how a call went, says that something went wrong: "response.failed".
bool names_failure(std::string_view word);

// null, false, 0, "", [] and {}.
bool says_nothing(const Value& value);

// Whether a field may hold a part of an answer, or tell of an error: by its name, or by what it holds.
bool may_say(const Field& field);

// Whether whatever a map says is in fields of these names, or keeps a connection open ({"type": "ping"}).
bool says_only(const Value& map, std::span<const std::string_view> names);

}  // namespace promptctl
