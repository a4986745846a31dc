#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/value.hpp"

namespace promptctl {

struct CompiledSchema;

// One way in which a value is not what its schema asks for.
struct Violation {
  std::string instance_pointer;  // JSON Pointer (RFC 6901) of the offending part; "" is the whole
  std::string schema_pointer;    // of the keyword that it offends, in the schema's document; "" is the whole
  std::string message;           // "must be a number, not text"
  bool undecided = false;        // nobody knows: a bound on the work was hit. Then it is the only violation

  bool operator==(const Violation&) const = default;
};

// A JSON Schema, compiled once to validate many values. `$schema` tells the draft: 2020-12 (the default), 2019-09, 7 or
// 6; 2020-12 takes the spellings of draft 7 too (`definitions`, `items` as a list, `additionalItems`, `dependencies`).
// `$ref` leads to places and `$id`s of the same document; nothing is ever fetched, the drafts' own metaschemas are no
// exception. Asserted formats: date-time, date, time, email, uri, uuid, ipv4, ipv6, regex; other formats are reported
// (`unchecked-format`, a warning) and pass.
// Patterns are those of base/regex.hpp. Numbers compare as exact decimals.
//
// Immutable, cheap to copy, and safe to use from several threads at once.
class Schema {
 public:
  // None after a fault: `bad-schema`, at its place in `schema`. A keyword that looks misspelt is a warning
  // (`unknown-keyword`); other unknown keywords are ignored, as the specification wants it.
  static std::optional<Schema> compile(const Value& schema, Diagnostics& diagnostics);

  // Empty when `instance` is valid. Each part is reported by the keywords that name it: no alternative's details where
  // `anyOf` or `oneOf` fails, at most 100 in all. Bounded in depth and work whatever schema and instance are.
  std::vector<Violation> validate(const Value& instance) const;

 private:
  explicit Schema(std::shared_ptr<const CompiledSchema> compiled);

  std::shared_ptr<const CompiledSchema> compiled_;
};

}  // namespace promptctl
