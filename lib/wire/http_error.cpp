#include "wire/http_error.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "codec/json.hpp"

namespace promptctl {
namespace {

constexpr std::size_t longest_message = 300;

const Value* text_field(const Value* map, std::string_view name) {
  const Value* field = map == nullptr ? nullptr : map->find(name);
  return field != nullptr && field->is_text() && !field->text.empty() ? field : nullptr;
}

std::string message_of(const std::optional<Value>& body, std::string_view text) {
  const Value* error = body ? body->find("error") : nullptr;
  for (const Value* message : {text_field(error, "message"), text_field(body ? &*body : nullptr, "error"),
                               text_field(body ? &*body : nullptr, "message")}) {
    if (message != nullptr) {
      return message->text;
    }
  }
  return std::string(trim(text));
}

}  // namespace

ProviderError::Kind error_kind(int status) {
  using Kind = ProviderError::Kind;
  if (status == 429) {
    return Kind::rate_limited;
  }
  if (status == 401 || status == 403) {
    return Kind::authentication;
  }
  return status == 408 || status == 409 || status >= 500 ? Kind::server : Kind::invalid_request;
}

ProviderError http_error(int status, std::string_view body) {
  const auto json = parse_json(body);
  const std::string message = shorten(message_of(json, body), longest_message);
  ProviderError error;
  error.kind = error_kind(status);
  error.status = status;
  error.message = message.empty() ? fmt::format("HTTP {}", status) : fmt::format("HTTP {}: {}", status, message);
  const Value* detail = json ? json->find("error") : nullptr;
  const Value* code = text_field(detail, "code");
  if (error.kind == ProviderError::Kind::rate_limited && code != nullptr && code->text == "insufficient_quota") {
    error.kind = ProviderError::Kind::invalid_request;  // No wait refills an account.
  }
  return error;
}

}  // namespace promptctl
