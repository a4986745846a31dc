#include "provider/rate_notice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "base/utc.hpp"

namespace promptctl {
namespace {

using std::chrono::milliseconds;

using Headers = std::map<std::string, std::string>;

std::string_view header(const Headers& headers, const std::string& name) {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : trim(found->second);
}

// A plain number that is larger is a time since 1970, and not a duration in seconds.
constexpr double epoch = 1e9;

// "1h2m3.5s", "120ms", "0.5".
std::optional<milliseconds> go_duration(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, double>, 6> units{
      {{"ms", 1.0}, {"us", 0.001}, {"ns", 0.000001}, {"h", 3'600'000.0}, {"m", 60'000.0}, {"s", 1000.0}}};
  constexpr double longest = 1e12;
  if (const auto seconds = parse_number(text); seconds && *seconds < epoch) {
    return milliseconds(std::llround(std::clamp(*seconds * 1000, 0.0, longest)));
  }
  double sum = 0;
  while (!text.empty()) {
    const std::size_t digits = text.find_first_not_of("0123456789.");
    const auto number = digits == std::string_view::npos ? std::nullopt : parse_number(text.substr(0, digits));
    const auto* unit = std::ranges::find_if(
        units, [&](const auto& one) { return number && text.substr(digits).starts_with(one.first); });
    if (unit == units.end()) {
      return std::nullopt;
    }
    sum += *number * unit->second;
    text.remove_prefix(digits + unit->first.size());
  }
  return milliseconds(std::llround(std::clamp(sum, 0.0, longest)));
}

// Until a time: RFC 3339, or seconds or milliseconds since 1970.
std::optional<milliseconds> until(std::string_view time, std::chrono::system_clock::time_point now) {
  constexpr double in_milliseconds = 1e11, most = 1e13;
  auto at = parse_utc(time);
  if (const auto number = parse_number(time); number && *number >= epoch && *number < most) {
    const double count = *number < in_milliseconds ? *number * 1000 : *number;
    at = std::chrono::system_clock::time_point(milliseconds(std::llround(count)));
  }
  return at ? std::optional(std::max(milliseconds(0), std::chrono::duration_cast<milliseconds>(*at - now)))
            : std::nullopt;
}

LimitNotice read_limit(const Headers& headers, std::string_view kind, std::chrono::system_clock::time_point now) {
  const auto first = [&](std::string_view part) {
    const std::string_view found = header(headers, fmt::format("x-ratelimit-{}-{}", part, kind));
    return found.empty() ? header(headers, fmt::format("anthropic-ratelimit-{}-{}", kind, part)) : found;
  };
  LimitNotice notice;
  notice.limit = parse_integer(first("limit"));
  notice.remaining = parse_integer(first("remaining"));
  const std::string_view reset = first("reset");
  notice.reset = reset.empty() ? std::nullopt : go_duration(reset);
  notice.reset = notice.reset ? notice.reset : until(reset, now);
  return notice;
}

}  // namespace

RateNotice read_rate_notice(const Headers& headers, std::chrono::system_clock::time_point now) {
  return {read_limit(headers, "requests", now), read_limit(headers, "tokens", now)};
}

}  // namespace promptctl
