#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace promptctl {

// RFC 3339 in UTC, whole seconds: "2026-01-02T03:04:05Z".
std::string utc_text(std::chrono::system_clock::time_point time);

// Only that form, from 1970 to 2199; none for anything else, a day that doesn't exist too.
std::optional<std::chrono::system_clock::time_point> parse_utc(std::string_view text);

// A span of time in its largest fitting unit, for people: "5s", "5m", "47h", "3d".
std::string span_text(std::chrono::seconds span);

// How long ago: "just now" within the last minute, else as `span_text`.
std::string age_text(std::chrono::system_clock::duration age);

}  // namespace promptctl
