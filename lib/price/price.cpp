#include "price/price.hpp"

#include <algorithm>

namespace promptctl {
namespace {

constexpr std::array<RateKind, cost_kinds - 2> kinds{{
    {"input", &Price::input},
    {"cached_input", &Price::cached_input},
    {"cache_write", &Price::cache_write},
    {"cache_write_1h", &Price::cache_write_1h},
    {"input_audio", &Price::input_audio},
    {"cached_audio", &Price::cached_audio},
    {"output", &Price::output},
    {"reasoning", &Price::reasoning},
    {"output_audio", &Price::output_audio},
    {"output_image", &Price::output_image},
}};

bool is_within(const DailyHours& hours, std::chrono::nanoseconds of_day) {
  if (hours.end < hours.start) {
    return of_day >= hours.start || of_day < hours.end;
  }
  return of_day >= hours.start && of_day < hours.end;
}

}  // namespace

Usd Rate::at(long long input_tokens) const {
  const auto passed = [input_tokens](const Tier& tier) { return input_tokens > tier.above; };
  const auto tier = std::find_if(tiers.rbegin(), tiers.rend(), passed);
  return tier == tiers.rend() ? per_million : tier->per_million;
}

std::span<const RateKind> rate_kinds() {
  return kinds;
}

bool DatedPrice::holds_at(std::chrono::system_clock::time_point time) const {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  return (!from || day >= *from) && (!daily || is_within(*daily, time - day));
}

const DatedPrice* price_at(const PriceHistory& history, std::chrono::system_clock::time_point time) {
  const auto holds = [time](const DatedPrice& price) { return price.holds_at(time); };
  const auto last = std::find_if(history.rbegin(), history.rend(), holds);
  return last == history.rend() ? nullptr : &*last;
}

CostParts& CostParts::operator+=(const CostParts& other) {
  for (std::size_t kind = 0; kind < cost_kinds; ++kind) {
    by_kind[kind].count += other.by_kind[kind].count;
    by_kind[kind].usd += other.by_kind[kind].usd;
  }
  total += other.total;
  return *this;
}

LostCost& LostCost::operator+=(const LostCost& other) {
  known += other.known;
  unknown += other.unknown;
  return *this;
}

std::string_view cost_kind_name(std::size_t kind) {
  return kind < kinds.size() ? kinds.at(kind).name : kind == kinds.size() ? "searches" : "requests";
}

}  // namespace promptctl
