#include "world/system/terminal_keys.hpp"

#include <poll.h>
#include <unistd.h>

#include <optional>
#include <string_view>

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

// What follows an escape at once: the rest of a key that is several bytes. Empty of the key itself.
std::string rest_of_sequence() {
  std::string sequence;
  while (has_more()) {
    const auto byte = read_byte();
    if (!byte) {
      break;
    }
    sequence += static_cast<char>(*byte);
    const bool is_last = sequence.size() > 1 && *byte >= 0x40U && *byte <= 0x7EU;  // ECMA-48's final byte.
    if (is_last || (sequence.size() == 1 && *byte != '[' && *byte != 'O')) {
      break;
    }
  }
  return sequence;
}

// Text that a terminal pastes between two marks: one key, however many lines it has.
Key pasted() {
  constexpr std::string_view end = "\x1b[201~";
  std::string text;
  while (!text.ends_with(end)) {
    const auto byte = read_byte();
    if (!byte) {
      return {Key::Kind::end};
    }
    text += *byte == '\r' ? '\n' : static_cast<char>(*byte);
  }
  text.resize(text.size() - end.size());
  return {Key::Kind::character, text};
}

void write_mark(std::string_view mark) {
  static_cast<void>(!::write(STDOUT_FILENO, mark.data(), mark.size()));
}

// How many bytes of UTF-8 follow the first.
int bytes_behind(unsigned char first) {
  return first >= 0xF0U ? 3 : first >= 0xE0U ? 2 : first >= 0xC0U ? 1 : 0;
}

}  // namespace

TerminalKeys::~TerminalKeys() {
  if (is_taken_) {
    write_mark("\x1b[?2004l");
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &former_);  // What was typed ahead is no command of a shell.
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
  write_mark("\x1b[?2004h");  // What is pasted comes between marks.
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
    const std::string sequence = rest_of_sequence();
    return sequence.empty()      ? Key{Key::Kind::escape}
           : sequence == "[200~" ? pasted()
                                 : next();  // An arrow, or another key that nobody asks for.
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
