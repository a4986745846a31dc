#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "document/value.hpp"

namespace promptctl {

// Reads one JSON text (RFC 8259) into a tree whose nodes have places. Faults go to `diagnostics` as `json-syntax`,
// `duplicate-key`, `too-deep` (beyond 256 levels) or `invalid-utf8`; any of them but a duplicate key gives no value.
std::optional<Value> read_json(const SourcePointer& source, Diagnostics& diagnostics);

// The same for text that is not a user's file (a model's reply, a server's message): no places; none when it is not
// JSON, repeats a key or is too deep.
std::optional<Value> parse_json(std::string_view text);

// The first JSON list or map inside `text`, which may hold anything before and after it; none when there is none.
// `end`, when given, receives the offset just past it.
std::optional<Value> find_json(std::string_view text, std::size_t* end = nullptr);

// JSON over several lines, indented by two spaces, ending in a newline.
std::string indented_json(const Value& value);

// JSON in one line with the fields of every map sorted by name: the form that digests are taken of. The same value
// always has the same bytes.
std::string canonical_json(const Value& value);

}  // namespace promptctl
