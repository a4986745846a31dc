#include "base/utc.hpp"

#include <fmt/format.h>

#include <array>

namespace promptctl {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::string utc_text(std::chrono::system_clock::time_point time) {
  const auto second = floor<seconds>(time);
  const auto day = floor<days>(second);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(second - day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::optional<std::chrono::system_clock::time_point> parse_utc(std::string_view text) {
  constexpr std::string_view form = "0000-00-00T00:00:00Z";
  if (text.size() != form.size()) {
    return std::nullopt;
  }
  std::array<int, 7> parts{};
  std::size_t part = 0;
  for (std::size_t at = 0; at < form.size(); ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    if (form[at] == '0' ? !digit : text[at] != form[at]) {
      return std::nullopt;
    }
    if (digit) {
      parts.at(part) = parts.at(part) * 10 + (text[at] - '0');
    } else {
      ++part;
    }
  }
  const std::chrono::year_month_day date{std::chrono::year(parts[0]),
                                         std::chrono::month(static_cast<unsigned>(parts[1])),
                                         std::chrono::day(static_cast<unsigned>(parts[2]))};
  constexpr int first_year = 1970;
  constexpr int last_year = 2199;  // The system's clock counts nanoseconds, which end in 2262.
  if (!date.ok() || parts[0] < first_year || parts[0] > last_year || parts[3] > 23 || parts[4] > 59 || parts[5] > 59) {
    return std::nullopt;
  }
  return std::chrono::sys_days(date) + hours(parts[3]) + minutes(parts[4]) + seconds(parts[5]);
}

std::string span_text(seconds span) {
  if (span < minutes(1)) {
    return fmt::format("{}s", span.count());
  }
  if (span < hours(1)) {
    return fmt::format("{}m", floor<minutes>(span).count());
  }
  return span < hours(48) ? fmt::format("{}h", floor<hours>(span).count())
                          : fmt::format("{}d", floor<days>(span).count());
}

std::string age_text(std::chrono::system_clock::duration age) {
  return age < minutes(1) ? "just now" : span_text(floor<seconds>(age));
}

}  // namespace promptctl
