#include "base/url.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"

namespace promptctl {
namespace {

// Cuts `text` at the first of `marks`: what stands before it stays; the mark and what follows it is returned.
std::string_view cut(std::string_view& text, std::string_view marks) {
  const std::size_t at = std::min(text.find_first_of(marks), text.size());
  const std::string_view rest = text.substr(at);
  text = text.substr(0, at);
  return rest;
}

std::string_view without_mark(std::string_view text) {
  return text.substr(text.empty() ? 0 : 1);
}

std::string decoded(std::string_view text, bool plus_is_space) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto hex = [&](std::size_t from) {
      constexpr std::string_view digits = "0123456789abcdef";
      return from < text.size() ? digits.find(lower_ascii(text.substr(from, 1))) : std::string_view::npos;
    };
    const std::size_t high = text[at] == '%' ? hex(at + 1) : std::string_view::npos;
    const std::size_t low = text[at] == '%' ? hex(at + 2) : std::string_view::npos;
    if (high != std::string_view::npos && low != std::string_view::npos) {
      plain += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      plain += text[at] == '+' && plus_is_space ? ' ' : text[at];
    }
  }
  return plain;
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_letter || std::string_view("-._~").find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += digits[byte / digits.size()];
      encoded += digits[byte % digits.size()];
    }
  }
  return encoded;
}

Url split_url(std::string_view url) {
  Url parts;
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
    parts.scheme = url.substr(0, scheme);
    url.remove_prefix(scheme + 3);
  }
  parts.path = cut(url, "/?#");
  parts.fragment = without_mark(cut(parts.path, "#"));
  parts.query = without_mark(cut(parts.path, "?"));
  const std::size_t at = url.rfind('@');
  if (at != std::string_view::npos) {
    parts.user_info = url.substr(0, at);
    url.remove_prefix(at + 1);
  }
  const std::size_t bracket = url.rfind(']');
  const std::size_t colon = url.find(':', bracket == std::string_view::npos ? 0 : bracket);
  parts.host = url.substr(0, colon);
  parts.port = colon == std::string_view::npos ? std::string_view() : url.substr(colon + 1);
  return parts;
}

bool is_loopback(const Url& url) {
  const std::string host = lower_ascii(url.host);
  return host == "localhost" || host == "[::1]" ||
         (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos);
}

UrlTarget read_url_target(std::string_view target) {
  UrlTarget read;
  const std::size_t question = target.find('?');
  read.path = decoded(target.substr(0, question), false);
  if (question == std::string_view::npos) {
    return read;
  }
  for (const std::string_view pair : split(target.substr(question + 1), '&')) {
    const std::size_t equals = std::min(pair.find('='), pair.size());
    read.query[decoded(pair.substr(0, equals), true)] = decoded(pair.substr(std::min(equals + 1, pair.size())), true);
  }
  return read;
}

}  // namespace promptctl
