#include "gate/principals.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace promptctl {

std::vector<std::string> read_principals(FieldReader& fields, std::string_view key) {
  std::vector<std::string> names = fields.optional_texts(key);
  if (std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return name.empty() || name.find_first_of("*?!, ") != std::string::npos;
      })) {
    fields.diagnostics().error("bad-signer", fields.map().find(key)->where,
                               fmt::format("`{}` names principals one by one, without patterns", key),
                               fmt::format("write {}: [ci@example.com], as the file of allowed signers has it", key));
  }
  return names;
}

}  // namespace promptctl
