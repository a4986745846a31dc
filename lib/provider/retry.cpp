#include "provider/retry.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.hpp"

namespace promptctl {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds first_delay{500};
constexpr milliseconds longest_delay{30'000};

std::optional<int> field(std::string_view text, std::size_t at, std::size_t size) {
  const auto number = at + size <= text.size() ? parse_integer(text.substr(at, size)) : std::nullopt;
  return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

// "Sun, 06 Nov 1994 08:49:37 GMT", the one form that senders may use.
std::optional<std::chrono::sys_seconds> parse_http_date(std::string_view text) {
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (text.size() != 29 || !text.ends_with(" GMT")) {
    return std::nullopt;
  }
  const auto* month = std::find(months.begin(), months.end(), text.substr(8, 3));
  const auto day = field(text, 5, 2);
  const auto year = field(text, 12, 4);
  const auto hour = field(text, 17, 2);
  const auto minute = field(text, 20, 2);
  const auto second = field(text, 23, 2);
  if (month == months.end() || !day || !year || !hour || !minute || !second) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(month - months.begin()) + 1),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) {
    return std::nullopt;
  }
  return std::chrono::sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
         std::chrono::seconds(*second);
}

std::optional<milliseconds> retry_wait(const std::map<std::string, std::string>& headers,
                                       std::chrono::system_clock::time_point now) {
  const auto exact = headers.find("retry-after-ms");
  const auto wait = exact == headers.end() ? std::nullopt : parse_number(trim(exact->second));
  if (wait && *wait >= 0) {
    constexpr double longest = 1e12;
    return milliseconds(std::llround(std::min(*wait, longest)));
  }
  const auto header = headers.find("retry-after");
  return header == headers.end() ? std::nullopt : parse_retry_after(header->second, now);
}

std::optional<bool> should_retry(const std::map<std::string, std::string>& headers) {
  const auto header = headers.find("x-should-retry");
  const std::string word = header == headers.end() ? std::string() : lower_ascii(trim(header->second));
  return word == "true" || word == "false" ? std::optional(word == "true") : std::nullopt;
}

}  // namespace

bool is_retryable(const ProviderError& error) {
  using Kind = ProviderError::Kind;
  if (error.may_retry) {
    return *error.may_retry;
  }
  return error.kind == Kind::connect || error.kind == Kind::timeout || error.kind == Kind::rate_limited ||
         error.kind == Kind::server || error.kind == Kind::bad_response;
}

milliseconds retry_delay(int attempt, double random, std::optional<milliseconds> retry_after) {
  const auto doublings = std::clamp(attempt - 1, 0, 16);
  const milliseconds ceiling = std::min(longest_delay, first_delay * (1 << doublings));
  const auto jitter = milliseconds(std::llround(random * static_cast<double>(ceiling.count())));
  if (!retry_after) {
    return jitter;
  }
  return std::max(jitter,
                  *retry_after + milliseconds(std::llround(random * 0.1 * static_cast<double>(retry_after->count()))));
}

void heed_headers(ProviderError& error, const std::map<std::string, std::string>& headers,
                  std::chrono::system_clock::time_point now) {
  const auto wait = retry_wait(headers, now);
  error.retry_after = wait ? wait : error.retry_after;
  error.may_retry = should_retry(headers);
}

std::optional<milliseconds> parse_retry_after(std::string_view value, std::chrono::system_clock::time_point now) {
  const std::string_view text = trim(value);
  if (const auto seconds = parse_number(text)) {
    constexpr double longest = 1e9;
    return milliseconds(std::llround(std::clamp(*seconds, 0.0, longest) * 1000));
  }
  const auto date = parse_http_date(text);
  if (!date) {
    return std::nullopt;
  }
  return std::max(milliseconds(0), std::chrono::duration_cast<milliseconds>(*date - now));
}

}  // namespace promptctl
