#include "base/workflow_command.hpp"

#include <algorithm>
#include <array>

namespace promptctl {
namespace {

// What .NET trims, and a byte order mark, beyond ASCII.
constexpr std::array<std::string_view, 21> wide_spaces{
    "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
    "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF", " "};

// Where the text of a line starts, as a runner sees it.
std::size_t start_of_text(std::string_view line) {
  for (std::size_t at = 0;;) {
    const std::string_view rest = line.substr(at);
    const auto* const space = std::find_if(wide_spaces.begin(), wide_spaces.end(),
                                           [rest](std::string_view one) { return rest.starts_with(one); });
    if (space != wide_spaces.end()) {
      at += space->size();
    } else if (!rest.empty() && rest.front() >= '\t' && rest.front() <= '\r') {
      ++at;
    } else {
      return at;
    }
  }
}

// Whether `##` and some letters open a command: `##[`, `##vso[`, `##teamcity[`.
bool opens_command(std::string_view text) {
  constexpr std::string_view mark = "##";
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto* const end = std::find_if_not(text.begin() + mark.size(), text.end(), is_letter);
  return end != text.end() && *end == '[';
}

void append_without_hashes(std::string& out, std::string_view text, const CommandSpelling& spelling) {
  for (std::size_t at = text.find("##"); at != std::string_view::npos; at = text.find("##")) {
    out += text.substr(0, at);
    out += opens_command(text.substr(at)) ? spelling.hash : "#";
    text.remove_prefix(at + 1);
  }
  out += text;
}

bool begins_command(std::string_view line) {
  return line.substr(start_of_text(line)).starts_with("::");
}

}  // namespace

std::string without_commands(std::string_view line, const CommandSpelling& spelling) {
  std::string out;
  if (begins_command(line)) {
    const std::size_t start = start_of_text(line);
    out.append(line.substr(0, start)).append(spelling.colon);
    line.remove_prefix(start + 1);
  }
  append_without_hashes(out, line, spelling);
  return out;
}

CommandGuard::int_type CommandGuard::overflow(int_type byte) {
  if (!traits_type::eq_int_type(byte, traits_type::eof())) {
    const char one = traits_type::to_char_type(byte);
    xsputn(&one, 1);
  }
  return failed_ ? traits_type::eof() : traits_type::not_eof(byte);
}

std::streamsize CommandGuard::xsputn(const char* bytes, std::streamsize count) {
  std::string_view text(bytes, static_cast<std::size_t>(count));
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    held_ += text.substr(0, end);
    pass_on_all();
    put("\n");
    is_inside_line_ = false;
    text.remove_prefix(end + 1);
  }
  held_ += text;
  return failed_ ? 0 : count;
}

int CommandGuard::sync() {
  pass_on_all();
  return failed_ ? -1 : target_.pubsync();
}

void CommandGuard::put(std::string_view text) {
  const std::streamsize written = target_.sputn(text.data(), static_cast<std::streamsize>(text.size()));
  failed_ = failed_ || written != static_cast<std::streamsize>(text.size());
}

// Large results come through here: what holds no command is not copied.
void CommandGuard::pass_on(std::string_view piece) {
  if (!is_inside_line_ && begins_command(piece)) {
    put(without_commands(piece, spelling_));
  } else if (piece.find("##") == std::string_view::npos) {
    put(piece);
  } else {
    std::string rest;
    append_without_hashes(rest, piece, spelling_);
    put(rest);
  }
  is_inside_line_ = is_inside_line_ || start_of_text(piece) < piece.size();
}

// A carriage return ends a line too.
void CommandGuard::pass_on_all() {
  std::string_view left = held_;
  for (std::size_t end = left.find('\r'); end != std::string_view::npos; end = left.find('\r')) {
    pass_on(left.substr(0, end));
    put("\r");
    is_inside_line_ = false;
    left.remove_prefix(end + 1);
  }
  pass_on(left);
  held_.clear();
}

}  // namespace promptctl
