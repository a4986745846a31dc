#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace promptctl {

// The fields of an SSH message one after the other (RFC 4251, 5). What was read stays good while the bytes do.
class SshFields {
 public:
  explicit SshFields(std::string_view bytes) : rest_(bytes) {}

  // None where the bytes end before the field does.
  std::optional<std::string_view> bytes(std::size_t size);
  std::optional<std::uint32_t> number();
  std::optional<std::string_view> string();

  // A number of any size that is not negative, big-endian; a zero may stand before its first bit.
  std::optional<std::string_view> big_number();

  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

// A string as a field.
std::string ssh_string(std::string_view text);

}  // namespace promptctl
