#include "provider/redact.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/utf8.hpp"

namespace promptctl {
namespace {

constexpr std::size_t run = sizeof(std::uint64_t);  // A part of a secret as long as this is looked for.
constexpr std::size_t shortest = 6;                 // Shorter values are no keys, and too common to look for.

// A text as it reads when it is decoded, and where each of its characters starts in what was decoded.
struct Reading {
  std::string text;
  std::vector<std::size_t> starts = {};  // one more than `text` has characters; empty where nothing was decoded

  std::size_t start(std::size_t at) const { return starts.empty() ? at : starts[at]; }
};

int digit_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isdigit(byte) != 0 ? c - '0' : std::isxdigit(byte) != 0 ? std::tolower(byte) - 'a' + 10 : -1;
}

// Decodes one character at `at`; returns how many bytes it took.
using Decode = std::size_t (*)(std::string_view text, std::size_t at, char& out);

std::size_t percent_decoded(std::string_view text, std::size_t at, char& out) {
  constexpr std::size_t size = 3;
  const bool is_encoded =
      text[at] == '%' && at + size <= text.size() && digit_of(text[at + 1]) >= 0 && digit_of(text[at + 2]) >= 0;
  out = is_encoded ? static_cast<char>(digit_of(text[at + 1]) * 16 + digit_of(text[at + 2])) : text[at];
  return is_encoded ? size : 1;
}

std::size_t unescaped(std::string_view text, std::size_t at, char& out) {
  constexpr std::size_t unicode = 6;  // \u0041
  if (text[at] != '\\' || at + 1 >= text.size()) {
    out = text[at];
    return 1;
  }
  const bool is_unicode = text[at + 1] == 'u' && at + unicode <= text.size() && text.substr(at + 2, 2) == "00" &&
                          digit_of(text[at + 4]) >= 0 && digit_of(text[at + 5]) >= 0;
  out = is_unicode ? static_cast<char>(digit_of(text[at + 4]) * 16 + digit_of(text[at + 5])) : text[at + 1];
  return is_unicode ? unicode : 2;
}

Reading read_as(std::string_view text, Decode decode) {
  Reading reading;
  for (std::size_t at = 0; at < text.size();) {
    reading.starts.push_back(at);
    char decoded = 0;
    at += decode(text, at, decoded);
    reading.text += decoded;
  }
  reading.starts.push_back(text.size());
  return reading;
}

std::uint64_t run_at(std::string_view text, std::size_t at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + at, run);
  return bytes;
}

// What is looked for: runs, and values that count as a whole only.
class Wanted {
 public:
  void add_parts_of(const std::string& secret) {
    for (std::size_t at = 0; at + run <= secret.size(); ++at) {
      runs_.insert(run_at(secret, at));
    }
    if (secret.size() < run) {
      add_whole(secret);
    }
  }

  void add_whole(const std::string& secret) {
    if (secret.size() >= shortest) {
      wholes_.push_back(secret);
    }
  }

  // Marks in `hidden` the bytes of a text, read in some way, that are wanted.
  void mark(const Reading& reading, std::vector<bool>& hidden) const {
    for (std::size_t at = 0; !runs_.empty() && at + run <= reading.text.size(); ++at) {
      if (runs_.count(run_at(reading.text, at)) > 0) {
        hide(reading, at, run, hidden);
      }
    }
    for (const std::string& whole : wholes_) {
      for (std::size_t at = reading.text.find(whole); at != std::string::npos; at = reading.text.find(whole, at + 1)) {
        hide(reading, at, whole.size(), hidden);
      }
    }
  }

  bool is_empty() const { return runs_.empty() && wholes_.empty(); }

 private:
  static void hide(const Reading& reading, std::size_t at, std::size_t size, std::vector<bool>& hidden) {
    std::fill(hidden.begin() + static_cast<std::ptrdiff_t>(reading.start(at)),
              hidden.begin() + static_cast<std::ptrdiff_t>(reading.start(at + size)), true);
  }

  std::unordered_set<std::uint64_t> runs_;
  std::vector<std::string> wholes_;
};

void clean(std::string& text, const Wanted& wanted) {
  std::vector<bool> hidden(text.size());
  wanted.mark({text}, hidden);
  for (const auto& [mark, decode] : {std::pair<char, Decode>('%', percent_decoded), {'\\', unescaped}}) {
    if (text.find(mark) != std::string::npos) {
      wanted.mark(read_as(text, decode), hidden);
    }
  }
  if (std::find(hidden.begin(), hidden.end(), true) == hidden.end()) {
    return;
  }
  std::string cleaned;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!hidden[at]) {
      cleaned += text[at];
    } else if (at == 0 || !hidden[at - 1]) {
      cleaned += "[redacted]";
    }
  }
  text = repair_utf8(cleaned);
}

// A secret may be written percent-encoded itself, as a password in an address must be, and come back decoded.
std::vector<std::string> with_decoded(const std::vector<std::string>& secrets) {
  std::vector<std::string> all = secrets;
  for (const std::string& secret : secrets) {
    if (secret.find('%') != std::string::npos) {
      all.push_back(read_as(secret, percent_decoded).text);
    }
  }
  return all;
}

}  // namespace

void redact(CallOutcome& outcome, const Secrets& secrets) {
  auto* error = std::get_if<ProviderError>(&outcome);
  Wanted wanted;
  for (const std::string& key : with_decoded(secrets.keys)) {
    wanted.add_parts_of(key);
  }
  for (const std::string& place : with_decoded(secrets.places)) {
    error != nullptr ? wanted.add_parts_of(place) : wanted.add_whole(place);
  }
  if (wanted.is_empty()) {
    return;
  }
  if (error != nullptr) {
    clean(error->message, wanted);
    return;
  }
  auto& response = std::get<Response>(outcome);
  for (std::string* text : {&response.text, &response.refusal, &response.thoughts, &response.model,
                            &response.fingerprint, &response.request_id}) {
    clean(*text, wanted);
  }
}

}  // namespace promptctl
