#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "base/regex.hpp"
#include "schema/compiler.hpp"

namespace promptctl {

// What keywords hold. Each function reports a value of the wrong kind, and gives none or less after that.

// A whole number of 0 or more.
std::optional<std::size_t> read_count(const Site& site);

std::optional<Decimal> read_number(const Site& site);

// A list of at least one schema.
std::vector<const Node*> read_schemas(const Site& site);

std::map<std::string, const Node*, std::less<>> read_named_schemas(const Site& site);

// `names` is the keyword's value or a part of it.
std::vector<std::string> read_names(const Site& site, const Value& names);

std::optional<Regex> read_regex(const Site& site, const std::string& pattern, const Location& where);

}  // namespace promptctl
