#pragma once

#include "document/value.hpp"
#include "run/run_record.hpp"

namespace promptctl {

// Who made a run and where, as JSON and back; what is empty is left out. Only for text this program wrote: what is not
// of this shape reads as empty.
Value provenance_value(const Provenance& provenance);
Provenance read_provenance_value(const Value& map);

// `layer`, and of a table its `date` and `digest`; what is empty is left out.
Value price_origin_value(const PriceOrigin& origin);

}  // namespace promptctl
