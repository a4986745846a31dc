#include "base/ssh_fields.hpp"

namespace promptctl {
namespace {

constexpr unsigned bits_of_byte = 8;
constexpr unsigned char sign_bit = 0x80;

}  // namespace

std::optional<std::string_view> SshFields::bytes(std::size_t size) {
  if (size > rest_.size()) {
    return std::nullopt;
  }
  const std::string_view field = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return field;
}

std::optional<std::uint32_t> SshFields::number() {
  const auto field = bytes(sizeof(std::uint32_t));
  if (!field) {
    return std::nullopt;
  }
  std::uint32_t value = 0;
  for (const char byte : *field) {
    value = (value << bits_of_byte) | static_cast<unsigned char>(byte);
  }
  return value;
}

std::optional<std::string_view> SshFields::string() {
  const auto size = number();
  return size ? bytes(*size) : std::nullopt;
}

std::optional<std::string_view> SshFields::big_number() {
  const auto field = string();
  const bool is_negative = field && !field->empty() && (static_cast<unsigned char>(field->front()) & sign_bit) != 0;
  return is_negative ? std::nullopt : field;
}

std::string ssh_string(std::string_view text) {
  std::string field;
  for (unsigned byte = sizeof(std::uint32_t); byte-- > 0;) {
    field += static_cast<char>(text.size() >> bits_of_byte * byte & 0xFFU);
  }
  return field.append(text);
}

}  // namespace promptctl
