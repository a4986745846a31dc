#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace promptctl {

// Without the ASCII white space at both ends.
std::string_view trim(std::string_view text);

// A line break, a null byte and the like, but for the tab: what no header, address or name may hold.
bool has_control_character(std::string_view text);

// The pieces between separators, empty ones too: `split("a,,b", ',')` is {a, "", b}.
std::vector<std::string_view> split(std::string_view text, char separator);

std::string join(const std::vector<std::string>& pieces, std::string_view separator);

// A to Z as a to z; all other bytes stay as they are.
std::string lower_ascii(std::string_view text);

std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

// A whole number or a decimal, written as JSON writes it; none when `text` holds anything else or is out of range.
std::optional<long long> parse_integer(std::string_view text);
std::optional<double> parse_number(std::string_view text);

// The shortest text that reads back as the same double; whole numbers without a fraction or exponent below 1e21, as
// ECMAScript's Number::toString writes them. NaN and infinities give "NaN", "Infinity", "-Infinity".
std::string number_text(double number);

// A whole number as people read it, with thousands separators: 12,345. Every count in a text for people is written so;
// one that is to be typed again, or that a machine reads, is not.
std::string grouped(long long number);
std::string grouped(std::size_t number);
std::string grouped(std::string digits);

// The candidate with the fewest edits from `written`, where these are few for its length; empty when there is none.
std::string_view nearest_name(std::string_view written, const std::vector<std::string_view>& candidates);

// "a, b and 3 more": the first few of many names.
std::string named(const std::vector<std::string>& names);

// "1 case", "2 cases".
std::string counted(std::size_t count, std::string_view singular, std::string_view plural = {});

}  // namespace promptctl
