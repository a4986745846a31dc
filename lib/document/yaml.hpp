#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"
#include "document/value.hpp"

namespace promptctl {

// Reads one YAML 1.2 document (core schema) into a tree whose nodes have places. Plain scalars become null, booleans,
// numbers or text; `yes`, `on` and numbers with leading zeros (`0123`) are text. Refused, each at its place: syntax
// errors, keys written twice, keys that are no plain text, merge keys (`<<`), tags of other schemas, a second document,
// aliases that expand beyond all measure, and nesting beyond 256 levels. Any of these but a duplicate key gives no
// value.
std::optional<Value> read_yaml(const SourcePointer& source, Diagnostics& diagnostics);

// The same for a part of a file; `part` must be a view into `source`'s text.
std::optional<Value> read_yaml(const SourcePointer& source, std::string_view part, Diagnostics& diagnostics);

}  // namespace promptctl
