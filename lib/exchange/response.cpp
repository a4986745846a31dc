#include "exchange/response.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 12> kind_names{
    "connect",      "timeout",  "rate-limited", "server",    "authentication", "invalid-request",
    "bad-response", "unusable", "not-recorded", "forbidden", "over-budget",    "interrupted"};

constexpr std::array<UsageKind, 12> kinds_of_usage{{
    {"input", &Usage::input},
    {"output", &Usage::output},
    {"cached", &Usage::cached},
    {"cache_write", &Usage::cache_write},
    {"cache_write_1h", &Usage::cache_write_1h},
    {"reasoning", &Usage::reasoning},
    {"input_audio", &Usage::input_audio},
    {"cached_audio", &Usage::cached_audio},
    {"output_audio", &Usage::output_audio},
    {"output_image", &Usage::output_image},
    {"searches", &Usage::searches},
    {"unpriced", &Usage::unpriced},
}};

}  // namespace

std::span<const UsageKind> usage_kinds() {
  return kinds_of_usage;
}

Usage highest(const Usage& a, const Usage& b) {
  Usage higher = a;
  for (const UsageKind& kind : kinds_of_usage) {
    if (const auto& count = b.*kind.count) {
      higher.*kind.count = std::max(*count, (a.*kind.count).value_or(0));
    }
  }
  return higher;
}

void LostAttempts::add(const LostAttempts& others) {
  counted.insert(counted.end(), others.counted.begin(), others.counted.end());
  uncounted += others.uncounted;
}

void drop_impossible_counts(Response& response) {
  Usage& usage = response.usage;
  if (usage.input == 0) {
    usage.input.reset();
  }
  if (usage.output == 0 && !(response.text.empty() && response.refusal.empty())) {
    usage.output.reset();
  }
}

ProviderError not_asked(ProviderError::Kind kind, std::string message) {
  ProviderError error;
  error.kind = kind;
  error.message = std::move(message);
  error.attempts = 0;
  return error;
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
