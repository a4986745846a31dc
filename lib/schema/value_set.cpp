#include "schema/value_set.hpp"

#include <functional>
#include <string>
#include <unordered_map>

namespace promptctl {
namespace {

// Equal for values that are the same as JSON, however their fields are ordered.
std::size_t hash_of(const Value& value) {
  constexpr std::size_t odd = 0x9E3779B97F4A7C15ULL;
  if (value.is_number()) {
    return std::hash<double>()(value.number());
  }
  std::size_t hash = std::hash<std::string>()(value.text) + static_cast<std::size_t>(value.kind);
  for (const Value& item : value.items) {
    hash = hash * odd + hash_of(item);
  }
  for (const Field& field : value.fields) {
    const std::size_t mixed = (std::hash<std::string>()(field.name) ^ (hash_of(field.value) * odd)) * odd;
    hash += mixed ^ (mixed >> 32U);
  }
  return hash;
}

}  // namespace

std::optional<std::pair<std::size_t, std::size_t>> find_repeated(const std::vector<Value>& items) {
  std::unordered_multimap<std::size_t, std::size_t> seen;
  for (std::size_t at = 0; at < items.size(); ++at) {
    const std::size_t hash = hash_of(items[at]);
    const auto [begin, end] = seen.equal_range(hash);
    for (auto earlier = begin; earlier != end; ++earlier) {
      if (same(items[earlier->second], items[at])) {
        return std::pair(earlier->second, at);
      }
    }
    seen.emplace(hash, at);
  }
  return std::nullopt;
}

}  // namespace promptctl
