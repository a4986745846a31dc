#include "codec/secrets.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "codec/yaml.hpp"

namespace promptctl {
namespace {

// "user:password" of "https://user:password@host"; empty when there is none.
std::string_view user_info(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::string_view rest = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
  const std::string_view authority = rest.substr(0, rest.find('/'));
  const std::size_t at = authority.rfind('@');
  return at == std::string_view::npos ? std::string_view() : authority.substr(0, at);
}

std::string_view secret_of(const Field& field) {
  const std::string_view text = field.value.text;
  if (field.name == "base_url" || field.name == "proxy") {
    return user_info(text);
  }
  return is_secret_name(field.name) && !is_variable(text) ? text : std::string_view();
}

void collect_secrets(const Value& value, std::vector<std::string>& secrets) {
  for (const Field& field : value.fields) {
    if (const std::string_view secret = secret_of(field); field.value.is_text() && !secret.empty()) {
      secrets.emplace_back(secret);
    }
    collect_secrets(field.value, secrets);
  }
}

}  // namespace

bool is_variable(std::string_view text) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
  if (text.size() < 4 || !text.starts_with("${") || !text.ends_with('}')) {
    return false;
  }
  return text.substr(2, text.size() - 3).find_first_not_of(letters) == std::string_view::npos;
}

bool is_secret_name(std::string_view name) {
  constexpr std::array<std::string_view, 7> marks{"key", "token", "secret", "auth", "cookie", "password", "credential"};
  const std::string lower = lower_ascii(name);
  return std::any_of(marks.begin(), marks.end(),
                     [&lower](std::string_view mark) { return lower.find(mark) != std::string::npos; });
}

bool holds_password(std::string_view url) {
  return !user_info(url).empty();
}

SourcePointer without_secrets(const SourcePointer& source) {
  Diagnostics ignored;  // Reported when the file is read.
  const auto document = read_yaml(source, ignored);
  const Value* providers = document ? document->find("providers") : nullptr;
  std::vector<std::string> secrets;
  if (providers != nullptr) {
    collect_secrets(*providers, secrets);
  }
  if (secrets.empty()) {
    return source;
  }
  std::string text(source->text());
  for (const std::string& secret : secrets) {
    text = replace_all(text, secret, std::string(secret.size(), 'x'));
  }
  return std::make_shared<const Source>(source->path(), std::move(text), source->first_line());
}

}  // namespace promptctl
