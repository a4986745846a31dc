#include "base/utf16.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace promptctl {
namespace {

constexpr std::uint32_t first_high = 0xD800, first_low = 0xDC00, after_low = 0xE000, first_supplementary = 0x10000;

// The surrogate that stands at the start of `text`, in three bytes; 0 when none does.
std::uint32_t surrogate_at(std::string_view text) {
  constexpr std::size_t size = 3;
  if (text.size() < size || text[0] != '\xED' || (static_cast<unsigned char>(text[1]) & 0xE0U) != 0xA0U ||
      (static_cast<unsigned char>(text[2]) & 0xC0U) != 0x80U) {
    return 0;
  }
  return 0xD000U | ((static_cast<unsigned char>(text[1]) & 0x3FU) << 6U) |
         (static_cast<unsigned char>(text[2]) & 0x3FU);
}

}  // namespace

bool is_high_surrogate(std::uint32_t unit) {
  return unit >= first_high && unit < first_low;
}

bool is_low_surrogate(std::uint32_t unit) {
  return unit >= first_low && unit < after_low;
}

std::uint32_t character_of(std::uint32_t high, std::uint32_t low) {
  return first_supplementary + ((high - first_high) << 10U) + (low - first_low);
}

// In UTF-8, or in what UTF-8 would be of a surrogate.
void append_code_point(std::string& out, std::uint32_t point) {
  const auto byte = [&out](std::uint32_t bits) { out += static_cast<char>(bits); };
  if (point < 0x80) {
    byte(point);
    return;
  }
  if (point < 0x800) {
    byte(0xC0U | (point >> 6U));
  } else {
    if (point < first_supplementary) {
      byte(0xE0U | (point >> 12U));
    } else {
      byte(0xF0U | (point >> 18U));
      byte(0x80U | ((point >> 12U) & 0x3FU));
    }
    byte(0x80U | ((point >> 6U) & 0x3FU));
  }
  byte(0x80U | (point & 0x3FU));
}

std::string joined_surrogates(std::string_view text) {
  constexpr std::size_t size = 3;
  std::string joined;
  while (!text.empty()) {
    const std::uint32_t first = surrogate_at(text);
    const std::uint32_t second = is_high_surrogate(first) ? surrogate_at(text.substr(size)) : 0;
    if (first != 0) {
      append_code_point(joined, is_low_surrogate(second) ? character_of(first, second) : 0xFFFD);
      text.remove_prefix(is_low_surrogate(second) ? 2 * size : size);
      continue;
    }
    const std::size_t next = std::min(text.find('\xED', 1), text.size());
    joined += text.substr(0, next);
    text.remove_prefix(next);
  }
  return repair_utf8(joined);
}

}  // namespace promptctl
