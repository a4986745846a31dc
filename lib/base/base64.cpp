#include "base/base64.hpp"

#include <algorithm>
#include <cstdint>

namespace promptctl {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t bytes_of_group = 3;
constexpr std::size_t digits_of_group = 4;
constexpr unsigned bits_of_digit = 6;
constexpr unsigned bits_of_byte = 8;

std::optional<std::uint32_t> group_value(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char digit : digits) {
    const std::size_t at = alphabet.find(digit);
    if (at == std::string_view::npos) {
      return std::nullopt;
    }
    value = (value << bits_of_digit) | static_cast<std::uint32_t>(at);
  }
  return value << bits_of_digit * (digits_of_group - digits.size());
}

}  // namespace

std::string base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / bytes_of_group * digits_of_group);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), bytes_of_group))) {
    std::uint32_t value = 0;
    for (std::size_t at = 0; at < bytes_of_group; ++at) {
      value = (value << bits_of_byte) | (at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U);
    }
    for (std::size_t at = 0; at < digits_of_group; ++at) {
      const auto digit = (value >> bits_of_digit * (digits_of_group - 1 - at)) & 0x3FU;
      text += at <= bytes.size() ? alphabet[digit] : '=';
    }
  }
  return text;
}

std::optional<std::string> base64_bytes(std::string_view text) {
  const std::string_view whole = text;
  std::string bytes;
  bytes.reserve(text.size() / digits_of_group * bytes_of_group);
  for (; !text.empty(); text.remove_prefix(std::min(text.size(), digits_of_group))) {
    const std::string_view group = text.substr(0, digits_of_group);
    const std::string_view digits = group.substr(0, group.find('='));
    const auto value = digits.size() < 2 ? std::nullopt : group_value(digits);
    if (!value) {
      return std::nullopt;
    }
    for (std::size_t at = 0; at + 1 < digits.size(); ++at) {
      bytes += static_cast<char>((*value >> bits_of_byte * (bytes_of_group - 1 - at)) & 0xFFU);
    }
  }
  return base64(bytes) == whole ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace promptctl
