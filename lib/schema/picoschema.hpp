#pragma once

#include "base/diagnostic.hpp"
#include "document/value.hpp"

namespace promptctl {

// The JSON Schema that a schema in Picoschema stands for (docs/prompt-file.md; Dotprompt's reference):
//
//   string, a description     any | boolean | integer | null | number | string, or the name of a schema in `named`
//   field: …                  an object with this required field; further fields are refused
//   field?: …                 an optional one, which may be null too
//   field(array, words): …    a list of …      field(object, words): {…}      field(enum, words): [A, B]
//   (*): …                    further fields are allowed, each of them …
//
// A map with a JSON Schema `type`, or with a map under `properties`, already is a JSON Schema and comes back as it is
// (with `type: object` where only `properties` stood). Null gives null. Nodes keep the places of what they came from.
//
// Faults go to `diagnostics` as `wrong-kind`, `picoschema`, `unknown-schema` or `duplicate-key`; what they stand on
// becomes the schema that takes anything. `named`, a map from name to JSON Schema, may be null.
Value picoschema_to_json_schema(const Value& schema, Diagnostics& diagnostics, const Value* named = nullptr);

}  // namespace promptctl
