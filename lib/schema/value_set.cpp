#include "schema/value_set.hpp"

#include <algorithm>
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

using Places = std::unordered_multimap<std::size_t, std::size_t>;

std::optional<std::size_t> find_same(const std::vector<Value>& items, std::size_t at, std::size_t hash,
                                     const Places& seen) {
  const auto [begin, end] = seen.equal_range(hash);
  const auto found = std::find_if(
      begin, end, [&](const Places::value_type& earlier) { return same(items[earlier.second], items[at]); });
  return found == end ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<std::pair<std::size_t, std::size_t>> find_repeated(const std::vector<Value>& items) {
  Places seen;
  for (std::size_t at = 0; at < items.size(); ++at) {
    const std::size_t hash = hash_of(items[at]);
    if (const auto earlier = find_same(items, at, hash, seen)) {
      return std::pair(*earlier, at);
    }
    seen.emplace(hash, at);
  }
  return std::nullopt;
}

}  // namespace promptctl
