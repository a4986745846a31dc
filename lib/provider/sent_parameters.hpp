#pragma once

#include <span>
#include <string_view>

#include "document/value.hpp"
#include "exchange/parameters.hpp"

namespace promptctl {

// Where the body of a request has a parameter, named as by `parameters_value`: "options.num_predict" is a field of the
// map `options`.
struct SentParameter {
  std::string_view name;
  std::string_view path;
};

// Puts a value at a path of a map; maps on the way are made.
void set_at(Value& map, std::string_view path, Value value);

// Puts the parameters into the body, each where the table has it. Those that it does not have are left out: see
// `Provider::takes`.
void set_parameters(Value& body, const Parameters& parameters, std::span<const SentParameter> table);

bool has_parameter(std::span<const SentParameter> table, std::string_view name);

}  // namespace promptctl
