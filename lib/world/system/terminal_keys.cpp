#include "world/system/terminal_keys.hpp"

#include <poll.h>
#include <unistd.h>

#include <optional>

namespace promptctl {
namespace {

// None at the end, or where a signal came in between.
std::optional<unsigned char> read_byte() {
  unsigned char byte = 0;
  return ::read(STDIN_FILENO, &byte, 1) == 1 ? std::optional(byte) : std::nullopt;
}

bool has_more() {
  constexpr int milliseconds = 20;
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return ::poll(&input, 1, milliseconds) > 0;
}

// How many bytes of UTF-8 follow the first.
int bytes_behind(unsigned char first) {
  return first >= 0xF0U ? 3 : first >= 0xE0U ? 2 : first >= 0xC0U ? 1 : 0;
}

}  // namespace

TerminalKeys::~TerminalKeys() {
  if (is_taken_) {
    tcsetattr(STDIN_FILENO, TCSANOW, &former_);
  }
}

void TerminalKeys::take_over() {
  if (is_taken_ || tcgetattr(STDIN_FILENO, &former_) != 0) {
    return;
  }
  termios raw = former_;
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  is_taken_ = tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0;
}

Key TerminalKeys::next() {
  take_over();
  const auto first = read_byte();
  constexpr unsigned char end_of_input = 4;
  constexpr unsigned char escape = 27;
  constexpr unsigned char erase = 127;
  if (!first || *first == end_of_input) {
    return {Key::Kind::end};
  }
  if (*first == '\n' || *first == '\r') {
    return {Key::Kind::enter};
  }
  if (*first == erase || *first == '\b') {
    return {Key::Kind::backspace};
  }
  if (*first == escape) {
    while (has_more() && read_byte()) {  // An arrow or another key that is several bytes.
    }
    return {Key::Kind::escape};
  }
  std::string text(1, static_cast<char>(*first));
  for (int more = bytes_behind(*first); more > 0; --more) {
    if (const auto byte = read_byte()) {
      text += static_cast<char>(*byte);
    }
  }
  return {Key::Kind::character, text};
}

}  // namespace promptctl
