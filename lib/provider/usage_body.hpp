#pragma once

#include "document/value.hpp"
#include "exchange/response.hpp"

namespace promptctl {

// The tokens that a provider's `usage` counts, whichever API it is of (docs/prices.md lists them): counts that one API
// has as part of the input or output and another beside it are made part of it. What is not said, or no count, is
// absent; each field that is there and is no count is one of `unpriced`, so that the cost is not known.
Usage read_usage_body(const Value& usage);

// The same of a reply, or of a stream's event, wherever in it a provider counts; nothing where it does not.
Usage usage_in(const Value& reply);

}  // namespace promptctl
