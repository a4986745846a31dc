#include "model/response.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 11> kind_names{
    "connect",      "timeout",      "rate-limited", "server",      "authentication", "invalid-request",
    "bad-response", "not-recorded", "forbidden",    "over-budget", "interrupted"};

constexpr std::array<UsageKind, 9> kinds_of_usage{{
    {"input", &Usage::input},
    {"output", &Usage::output},
    {"cached", &Usage::cached},
    {"cache_write", &Usage::cache_write},
    {"cache_write_1h", &Usage::cache_write_1h},
    {"reasoning", &Usage::reasoning},
    {"input_audio", &Usage::input_audio},
    {"cached_audio", &Usage::cached_audio},
    {"output_audio", &Usage::output_audio},
}};

}  // namespace

std::span<const UsageKind> usage_kinds() {
  return kinds_of_usage;
}

std::string_view error_kind_name(ProviderError::Kind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<ProviderError::Kind> find_error_kind(std::string_view name) {
  const auto* found = std::find(kind_names.begin(), kind_names.end(), name);
  return found == kind_names.end() ? std::nullopt
                                   : std::optional(static_cast<ProviderError::Kind>(found - kind_names.begin()));
}

}  // namespace promptctl
