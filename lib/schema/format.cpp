#include "schema/format.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>
#include <vector>

#include "base/regex.hpp"
#include "base/text.hpp"

namespace promptctl {
namespace {

int number_of(const Match& match, std::size_t group) {
  return static_cast<int>(parse_integer(match.groups[group].value_or("")).value_or(0));
}

bool is_day(const Match& date) {
  constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int year = number_of(date, 1);
  const int month = number_of(date, 2);
  const int day = number_of(date, 3);
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month >= 1 && month <= 12 && day >= 1 &&
         day <= days[static_cast<std::size_t>(month) - 1] + (leap && month == 2 ? 1 : 0);
}

// Groups from `first`: hour, minute, second, sign, hour and minute of the offset. A leap second is the last of a day in
// universal time.
bool is_time_of_day(const Match& time, std::size_t first) {
  constexpr int minutes_a_day = 24 * 60;
  const int hour = number_of(time, first);
  const int minute = number_of(time, first + 1);
  const int offset_hour = number_of(time, first + 4);
  const int offset_minute = number_of(time, first + 5);
  const int offset = (offset_hour * 60 + offset_minute) * (time.groups[first + 3] == "-" ? -1 : 1);
  const bool last_minute = (hour * 60 + minute - offset + minutes_a_day) % minutes_a_day == minutes_a_day - 1;
  return hour < 24 && minute < 60 && number_of(time, first + 2) <= (last_minute ? 60 : 59) && offset_hour < 24 &&
         offset_minute < 60;
}

bool is_octet(std::string_view text) {
  const auto number = parse_integer(text);
  return number && *number >= 0 && *number <= 255 && std::to_string(*number) == text;
}

bool is_ipv4(std::string_view text) {
  const auto octets = split(text, '.');
  return octets.size() == 4 && std::all_of(octets.begin(), octets.end(), is_octet);
}

bool is_ipv6_group(std::string_view text) {
  return !text.empty() && text.size() <= 4 &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

// How many groups of 16 bits these stand for; none when they are no such groups. Only the last may be an IPv4 address.
std::optional<std::size_t> ipv6_groups(std::string_view text, bool at_end) {
  std::size_t count = 0;
  const auto groups = text.empty() ? std::vector<std::string_view>() : split(text, ':');
  for (std::size_t at = 0; at < groups.size(); ++at) {
    const bool address = at_end && at + 1 == groups.size() && is_ipv4(groups[at]);
    if (!address && !is_ipv6_group(groups[at])) {
      return std::nullopt;
    }
    count += address ? 2U : 1U;
  }
  return count;
}

bool is_ipv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) {
    return ipv6_groups(text, true) == 8;
  }
  const auto before = ipv6_groups(text.substr(0, gap), false);
  const auto after = ipv6_groups(text.substr(gap + 2), true);
  return before && after && *before + *after < 8;
}

bool has_mail_domain(const Match& email) {
  const std::string_view ipv4 = email.groups[1].value_or("");
  const std::string_view ipv6 = email.groups[2].value_or("");
  return (ipv4.empty() || is_ipv4(ipv4)) && (ipv6.empty() || is_ipv6(ipv6));
}

bool is_any(const Match&) {
  return true;
}

struct Format {
  std::string_view name;
  std::string_view pattern;
  bool (*holds)(const Match& match);  // what the pattern alone can't say
};

constexpr std::string_view all = "(?s)^.*$";

constexpr std::array formats{
    Format{"date", "^([0-9]{4})-([0-9]{2})-([0-9]{2})$", is_day},
    Format{"time", "^([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.[0-9]+)?(?:[zZ]|([+-])([0-9]{2}):([0-9]{2}))$",
           [](const Match& time) { return is_time_of_day(time, 1); }},
    Format{"date-time",
           "^([0-9]{4})-([0-9]{2})-([0-9]{2})[tT]"
           "([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.[0-9]+)?(?:[zZ]|([+-])([0-9]{2}):([0-9]{2}))$",
           [](const Match& text) { return is_day(text) && is_time_of_day(text, 4); }},
    Format{"email",
           "^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+|"
           "\"(?:[^\"\\\\\\x00-\\x1f]|\\\\[ -~])*+\")@"
           "(?:[A-Za-z0-9](?:[A-Za-z0-9-]*+(?<!-))?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*+(?<!-))?)*+|"
           "\\[([0-9.]++)\\]|\\[IPv6:([0-9A-Fa-f:.]++)\\])$",
           has_mail_domain},
    Format{"uri",
           "^[A-Za-z][A-Za-z0-9+.-]*+:"
           "(?://(?:(?:[\\w.~!$&'()*+,;=:-]|%[[:xdigit:]]{2})*@)?+"
           "(?:\\[(?:[[:xdigit:]:.]++|v[[:xdigit:]]++\\.[\\w.~!$&'()*+,;=:-]++)\\]|"
           "(?:[\\w.~!$&'()*+,;=-]|%[[:xdigit:]]{2})*+)(?::[0-9]*+)?(?=[/?#]|$)|(?!//))"
           "(?:[\\w.~!$&'()*+,;=:@/-]|%[[:xdigit:]]{2})*+"
           "(?:\\?(?:[\\w.~!$&'()*+,;=:@/?-]|%[[:xdigit:]]{2})*+)?+"
           "(?:#(?:[\\w.~!$&'()*+,;=:@/?-]|%[[:xdigit:]]{2})*+)?+$",
           is_any},
    Format{"uuid", "^[[:xdigit:]]{8}(?:-[[:xdigit:]]{4}){3}-[[:xdigit:]]{12}$", is_any},
    Format{"ipv4", all, [](const Match& text) { return is_ipv4(*text.groups[0]); }},
    Format{"ipv6", all, [](const Match& text) { return is_ipv6(*text.groups[0]); }},
    Format{"regex", all,
           [](const Match& text) { return std::holds_alternative<Regex>(Regex::compile(*text.groups[0])); }},
};

}  // namespace

std::vector<std::string_view> checked_formats() {
  std::vector<std::string_view> names;
  for (const Format& format : formats) {
    names.push_back(format.name);
  }
  return names;
}

FormatCheck find_format(std::string_view name) {
  const auto* format =
      std::find_if(formats.begin(), formats.end(), [name](const Format& one) { return one.name == name; });
  if (format == formats.end()) {
    return {};
  }
  return [regex = std::get<Regex>(Regex::compile(format->pattern)), holds = format->holds](std::string_view text) {
    const Match match = regex.search(text);
    return match.matched() && holds(match);
  };
}

}  // namespace promptctl
