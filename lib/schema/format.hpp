#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace promptctl {

using FormatCheck = std::function<bool(std::string_view text)>;

// The check of a format that is asserted: date-time, date, time (RFC 3339), email (RFC 5321), uri (RFC 3986), uuid,
// ipv4, ipv6, regex. Empty for every other name.
FormatCheck find_format(std::string_view name);

// Their names.
std::vector<std::string_view> checked_formats();

}  // namespace promptctl
