#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/value.hpp"

namespace promptctl {

// `reference` as seen from `base` (RFC 3986, section 5.2), which may itself be relative or empty.
std::string resolve_uri(std::string_view base, std::string_view reference);

// What stands before the first `#`, and behind it.
std::string_view without_fragment(std::string_view uri);
std::string_view fragment_of(std::string_view uri);

// `%41` as `A`; a percent sign that starts no such triple stays.
std::string percent_decoded(std::string_view text);

// One step of a JSON Pointer without its slash, `~1` as `/` and `~0` as `~`, into a list or a map; null when it leads
// nowhere.
const Value* pointer_step(const Value& from, std::string_view step);

}  // namespace promptctl
