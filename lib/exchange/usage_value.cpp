#include "exchange/usage_value.hpp"

#include <optional>
#include <string>

namespace promptctl {
namespace {

Value optional_count(const std::optional<long long>& number) {
  return number ? integer_value(*number) : Value();
}

}  // namespace

Value usage_value(const Usage& usage) {
  constexpr std::size_t always = 3;
  Value value = map_value();
  for (const UsageKind& kind : usage_kinds()) {
    if (value.fields.size() < always || usage.*kind.count) {
      value.set(std::string(kind.name), optional_count(usage.*kind.count));
    }
  }
  return value;
}

}  // namespace promptctl
