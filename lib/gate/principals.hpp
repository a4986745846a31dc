#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/field_reader.hpp"

namespace promptctl {

// Names of people and machines as an allowed signers file has them, one by one; a pattern is a fault (`bad-signer`).
std::vector<std::string> read_principals(FieldReader& fields, std::string_view key);

}  // namespace promptctl
