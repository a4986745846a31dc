#include "document/secrets.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "base/text.hpp"
#include "base/url.hpp"

namespace promptctl {
namespace {

constexpr std::string_view name_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// "X-Auth-Token" and "xAuthToken" as {"x", "auth", "token"}.
std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words(1);
  char before = 0;
  for (const char c : name) {
    const bool starts = std::isupper(static_cast<unsigned char>(c)) != 0 && std::islower(before) != 0;
    if (!is_letter(c) || starts) {
      words.emplace_back();
    }
    if (is_letter(c)) {
      words.back() += c;
    }
    before = c;
  }
  std::transform(words.begin(), words.end(), words.begin(), [](const std::string& word) { return lower_ascii(word); });
  return words;
}

// Whether the text around variables is more than a scheme or a name: "Bearer ", "session=".
bool is_secret_beside_variables(std::string_view literal) {
  constexpr std::size_t longest_word = 15;
  std::size_t letters = 0;
  for (const char c : literal) {
    letters = is_letter(c) ? letters + 1 : 0;
    if (std::isdigit(static_cast<unsigned char>(c)) != 0 || letters > longest_word) {
      return true;
    }
  }
  return false;
}

bool has_variable(std::string_view text) {
  const std::size_t start = text.find("${");
  return start != std::string_view::npos && text.find('}', start) != std::string_view::npos;
}

bool has_password(std::string_view url) {
  const std::string literal = without_variables(url);
  const std::string_view user_info = split_url(literal).user_info;
  const std::size_t colon = user_info.find(':');
  return colon == std::string_view::npos ? !user_info.empty() : colon + 1 < user_info.size();
}

}  // namespace

bool is_variable(std::string_view text) {
  return text.size() >= 4 && text.starts_with("${") && text.ends_with('}') &&
         text.substr(2, text.size() - 3).find_first_not_of(name_letters) == std::string_view::npos;
}

std::string without_variables(std::string_view text) {
  std::string literal;
  for (std::size_t start = text.find("${"); start != std::string_view::npos; start = text.find("${")) {
    const std::size_t end = text.find('}', start);
    if (end == std::string_view::npos) {
      break;
    }
    const std::string_view inner = text.substr(start + 2, end - start - 2);
    const std::size_t otherwise = inner.find(":-");
    literal += text.substr(0, start);
    literal += otherwise == std::string_view::npos ? std::string_view() : inner.substr(otherwise + 2);
    text.remove_prefix(end + 1);
  }
  return literal.append(text);
}

bool is_secret_name(std::string_view name) {
  constexpr std::array<std::string_view, 17> marks{
      "key",    "apikey", "accesskey", "secretkey", "token",      "authtoken",   "accesstoken",   "secret",   "auth",
      "cookie", "passwd", "password",  "pwd",       "credential", "credentials", "authorization", "signature"};
  const std::vector<std::string> words = name_words(name);
  return std::any_of(words.begin(), words.end(), [&marks](const std::string& word) {
    return std::find(marks.begin(), marks.end(), word) != marks.end();
  });
}

std::string_view secret_in(std::string_view name, std::string_view text) {
  if (name == "base_url" || name == "proxy") {
    const std::size_t scheme = text.find("://");
    const std::size_t start = scheme == std::string_view::npos ? 0 : scheme + 3;
    return has_password(text) ? text.substr(start, text.rfind('@') - start) : std::string_view();
  }
  const bool is_secret = has_variable(text) ? is_secret_beside_variables(without_variables(text)) : !trim(text).empty();
  return is_secret_name(name) && is_secret ? text : std::string_view();
}

}  // namespace promptctl
