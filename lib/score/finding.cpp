#include "score/finding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace promptctl {
namespace {

constexpr std::size_t excerpt_width = 78;
constexpr std::size_t shown_before_difference = 20;

}  // namespace

Finding passed() {
  return {AssertionResult::Outcome::passed, 1, ""};
}

Finding passed_also_blank(bool asks_for_blank) {
  Finding finding = passed();
  finding.asks_for_blank = asks_for_blank;
  return finding;
}

Finding failed(std::string reason) {
  return {AssertionResult::Outcome::failed, 0, std::move(reason)};
}

Finding nothing_to_compare(std::string reason) {
  Finding finding = failed(std::move(reason));
  finding.nothing_to_compare = true;
  return finding;
}

Finding undecided(std::string reason) {
  return {AssertionResult::Outcome::error, 0, std::move(reason)};
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t most_bytes = 8 * excerpt_width;
  const std::string start = printable(text.size() > most_bytes ? text.substr(0, most_bytes) : text);
  return fmt::format("\"{}\"", shorten(start, excerpt_width));
}

std::string difference(std::string_view expected, std::string_view actual) {
  const auto [end, other] = std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
  static_cast<void>(other);
  const auto same = static_cast<std::size_t>(end - expected.begin());
  const std::string_view shown = tail(expected.substr(0, same), shown_before_difference);
  const std::size_t skipped = same - shown.size();
  const auto part = [skipped](std::string_view text) {
    return skipped == 0 ? in_quotes(text) : in_quotes(std::string("…").append(text.substr(skipped)));
  };
  return fmt::format("expected {}, not {}", part(expected), part(actual));
}

}  // namespace promptctl
