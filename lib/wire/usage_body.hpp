#pragma once

#include <optional>

#include "model/response.hpp"
#include "model/value.hpp"

namespace promptctl {

// The map of a reply, or of a stream's event, in which a provider counts tokens; null when there is none.
const Value* find_usage(const Value& reply);

// The tokens that such a map counts, whichever API it is of (docs/prices.md lists them): counts that one API has as
// part of the input or output and another beside it are made part of it. What is not said, or no count, is absent.
Usage read_usage_body(const Value& usage);

}  // namespace promptctl
