#include "registry/environment_conditions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/digest.hpp"
#include "document/field_reader.hpp"
#include "document/json.hpp"
#include "gate/approval_policy.hpp"
#include "gate/gate_policy.hpp"
#include "prompt/address.hpp"

namespace promptctl {
Environment read_environment(const Field& environment, const Value& all, Diagnostics& diagnostics) {
  Environment read;
  read.name = environment.name;
  read.where = environment.where;
  read.conditions = environment.value;
  if (!is_environment_name(environment.name)) {
    diagnostics.error("bad-name", environment.where, fmt::format("`{}` is no name of an environment", environment.name),
                      "a letter, then letters, digits, `-` and `_`; not `latest`");
  }
  if (environment.value.is_null()) {
    return read;
  }
  FieldReader fields(environment.value, diagnostics);
  read.after = fields.optional_text("after");
  std::vector<std::string_view> earlier;
  for (const Field& field : all.fields) {
    if (&field == &environment) {
      break;
    }
    earlier.push_back(field.name);
  }
  if (read.after && std::find(earlier.begin(), earlier.end(), *read.after) == earlier.end()) {
    diagnostics.error("unknown-environment", environment.value.find("after")->where,
                      fmt::format("no environment `{}` before `{}`", *read.after, environment.name),
                      did_you_mean(*read.after, earlier));
  }
  read.soak = fields.optional_duration("soak");
  if (read.soak && !read.after) {
    diagnostics.error("missing-key", environment.value.find("soak")->where, "`soak` needs `after`",
                      "name the environment where a version must have been live for so long");
  }
  if (const Value* gate = fields.optional_map("gate")) {
    read.gate = read_gate(*gate, diagnostics);
  }
  if (const Value* approvals = fields.optional_map("approvals")) {
    read.approvals = read_approvals(*approvals, diagnostics);
  }
  if (const Value* overrides = fields.optional_map("overrides")) {
    read.overriders = read_overriders(*overrides, diagnostics);
  }
  fields.finish();
  return read;
}

std::string conditions_digest(const Environment& environment) {
  return environment.conditions.is_null() ? std::string() : sha256(canonical_json(environment.conditions));
}

}  // namespace promptctl
