#include "provider/aws_frames.hpp"

#include <array>
#include <boost/crc.hpp>
#include <cstdint>
#include <optional>
#include <utility>

namespace promptctl {
namespace {

constexpr std::size_t word = 4;
constexpr std::size_t prelude = 3 * word;  // length of all, length of the headers, and the sum of both
constexpr std::size_t least_frame = prelude + word;
constexpr std::size_t most_frame = 24U << 20U;  // AWS sends no more than 24 MiB.

std::uint32_t crc32(std::string_view bytes) {
  boost::crc_32_type sum;
  sum.process_bytes(bytes.data(), bytes.size());
  return sum.checksum();
}

// An unsigned number, the highest byte first.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (const char byte : bytes.substr(at, size)) {
    number = number << 8U | static_cast<unsigned char>(byte);
  }
  return number;
}

std::string number_bytes(std::size_t number, std::size_t size) {
  std::string bytes;
  for (std::size_t at = size; at-- > 0;) {
    bytes += static_cast<char>(number >> 8U * at & 0xFFU);
  }
  return bytes;
}

// The type of a header's value, and how many bytes it has: true, false, a byte, 2, 4 and 8 of them, bytes, text, a
// time, a UUID. Of bytes and text a length stands before.
constexpr std::uint32_t type_bytes = 6, type_text = 7;
constexpr std::array<std::size_t, 10> sizes{0, 0, 1, 2, 4, 8, 0, 0, 8, 16};

std::optional<std::map<std::string, std::string>> read_headers(std::string_view bytes) {
  std::map<std::string, std::string> headers;
  while (!bytes.empty()) {
    const std::size_t name_size = number_at(bytes, 0, 1);
    if (bytes.size() < name_size + 2) {
      return std::nullopt;
    }
    const std::string name(bytes.substr(1, name_size));
    const std::uint32_t type = number_at(bytes, name_size + 1, 1);
    bytes.remove_prefix(name_size + 2);
    const bool has_length = type == type_bytes || type == type_text;
    if (type >= sizes.size() || (has_length && bytes.size() < 2)) {
      return std::nullopt;
    }
    const std::size_t size = has_length ? number_at(bytes, 0, 2) : sizes.at(type);
    bytes.remove_prefix(has_length ? 2 : 0);
    if (bytes.size() < size) {
      return std::nullopt;
    }
    if (type == type_text) {
      headers[name] = std::string(bytes.substr(0, size));
    }
    bytes.remove_prefix(size);
  }
  return headers;
}

}  // namespace

bool AwsFrames::feed(std::string_view bytes) {
  if (!is_broken_) {
    held_ += bytes;
    while (!is_broken_ && take_one()) {
    }
  }
  return !is_broken_;
}

// False when there is none that is whole.
bool AwsFrames::take_one() {
  if (held_.size() < prelude) {
    return false;
  }
  const std::size_t size = number_at(held_, 0, word);
  const std::size_t headers_size = number_at(held_, word, word);
  const std::string_view bytes = held_;
  if (number_at(held_, 2 * word, word) != crc32(bytes.substr(0, 2 * word)) || size > most_frame || size < least_frame ||
      headers_size > size - least_frame) {
    is_broken_ = true;
    return false;
  }
  if (held_.size() < size) {
    return false;
  }
  const std::string_view frame = bytes.substr(0, size);
  auto headers = read_headers(frame.substr(prelude, headers_size));
  if (!headers || number_at(frame, size - word, word) != crc32(frame.substr(0, size - word))) {
    is_broken_ = true;
    return false;
  }
  on_frame_({*std::move(headers), frame.substr(prelude + headers_size, size - least_frame - headers_size)});
  held_.erase(0, size);
  return true;
}

std::string aws_frame(const std::map<std::string, std::string>& headers, std::string_view payload) {
  std::string head;
  for (const auto& [name, value] : headers) {
    head += number_bytes(name.size(), 1) + name + static_cast<char>(type_text) + number_bytes(value.size(), 2) + value;
  }
  std::string frame = number_bytes(least_frame + head.size() + payload.size(), word) + number_bytes(head.size(), word);
  frame += number_bytes(crc32(frame), word);
  frame += head;
  frame += payload;
  return frame + number_bytes(crc32(frame), word);
}

}  // namespace promptctl
