#include "world/git/git_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr std::string_view server_mark = "remote:";

// In an address, what stands between "://" and the host.
std::size_t end_of_host(std::string_view text, std::size_t start) {
  return std::min(text.find_first_of("/?# \t\n'\"`", start), text.size());
}

bool is_secret(std::string_view scheme, std::string_view user) {
  return scheme.ends_with("http") || scheme.ends_with("https") || user.find(':') != std::string_view::npos;
}

std::string on_one_line(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += text.empty() ? "" : text.ends_with(':') ? " " : "; ";
    text += line;
  }
  return without_credentials(text);
}

std::string_view without_prefix(std::string_view line) {
  constexpr std::array<std::string_view, 3> prefixes{"fatal: ", "error: ", "remote: "};
  for (const std::string_view prefix : prefixes) {
    line.remove_prefix(line.starts_with(prefix) ? prefix.size() : 0);
  }
  return line;
}

std::string silent_end(int exit_code) {
  constexpr int signalled = 128;
  return exit_code > signalled ? fmt::format("git was ended by signal {}", exit_code - signalled)
                               : fmt::format("git said nothing and exited with {}", exit_code);
}

}  // namespace

std::string git_words(const GitResult& result) {
  std::vector<std::string> lines;
  for (const std::string_view raw : split(result.err, '\n')) {
    const std::string_view line = trim(raw);
    if (line.empty() && !lines.empty()) {
      break;  // Advice follows.
    }
    if (!line.empty() && !line.starts_with("hint:")) {
      lines.emplace_back(without_prefix(line));
    }
  }
  return lines.empty() ? silent_end(result.exit_code) : on_one_line(lines);
}

std::string server_words(const GitResult& result) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(result.err, '\n')) {
    const std::string_view said = line.starts_with(server_mark) ? trim(line.substr(server_mark.size())) : "";
    if (!said.empty()) {
      lines.emplace_back(without_prefix(said));
    }
  }
  return on_one_line(lines);
}

std::string without_credentials(std::string_view text) {
  constexpr std::string_view mark = "://";
  std::string shown;
  for (std::size_t found = text.find(mark); found != std::string_view::npos; found = text.find(mark)) {
    const std::string_view scheme = text.substr(0, found);
    const std::size_t start = found + mark.size();
    const std::string_view authority = text.substr(start, end_of_host(text, start) - start);
    const std::size_t at = authority.rfind('@');
    shown += text.substr(0, start);
    text.remove_prefix(start);
    if (at != std::string_view::npos && is_secret(scheme, authority.substr(0, at))) {
      shown += "***";
      text.remove_prefix(at);
    }
  }
  return shown.append(text);
}

}  // namespace promptctl
