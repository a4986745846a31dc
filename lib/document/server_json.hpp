#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "document/value.hpp"

namespace promptctl {

// Reads one JSON text that a server sent. Where `read_json` holds our own files to the standard, this one takes what
// the usual clients take: of a key that is there twice the last counts, NaN and infinities are null, and a text may
// hold control characters. A byte order mark before it is passed over. Texts are kept as they came, even where they are
// not UTF-8: half a character, as its bytes or as one surrogate of two, may have its other half in a stream's next
// event: `joined_surrogates` (base/utf16.hpp) puts them together. None when it is not JSON, or nested deeper than 256
// levels.
std::optional<Value> parse_server_json(std::string_view text);

// The same of a text that begins with JSON; `end` receives the offset just past it.
std::optional<Value> parse_server_json_start(std::string_view text, std::size_t& end);

}  // namespace promptctl
