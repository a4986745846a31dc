#pragma once

#include <optional>

#include "schema/schema.hpp"
#include "score/assertion_type.hpp"

namespace promptctl {

// What an assertion asks of JSON in a reply.
struct JsonWish {
  std::optional<Schema> schema;  // none: any JSON will do
};

// The JSON Schema in `value`: a map, a boolean, or text that holds one as JSON or YAML. A missing, null or empty
// `value` asks for nothing. None after a fault.
std::optional<JsonWish> read_json_wish(FieldReader& settings);

// Whether `json` is what its schema asks for. The reason names the first part that is not.
Finding judge_json(const JsonWish& wish, const Value& json);

}  // namespace promptctl
