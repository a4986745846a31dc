#pragma once

#include "base/diagnostic.hpp"
#include "document/field_reader.hpp"
#include "document/value.hpp"
#include "run/run_sample.hpp"

namespace promptctl {

// What a predicate says of the run as a whole: everything but `result`, `summary` and `cases`.
void set_evidence_run(Value& predicate, const RunSample& sample);
void read_evidence_run(FieldReader& predicate, RunSample& sample);

// A digest that must be there; a fault (`bad-evidence`) where it is no SHA-256.
std::string read_sha256(FieldReader& fields, std::string_view name);

}  // namespace promptctl
