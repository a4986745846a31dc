#include "provider/error_body.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "base/utf16.hpp"
#include "base/utf8.hpp"
#include "document/server_json.hpp"
#include "provider/call_report.hpp"
#include "provider/error_marks.hpp"
#include "provider/stream_asides.hpp"

namespace promptctl {
namespace {

using Kind = ProviderError::Kind;

constexpr std::size_t longest_message = 300;

const Value* text_field(const Value& map, std::string_view name) {
  const Value* field = map.find(name);
  return field != nullptr && field->is_text() && !trim(field->text).empty() ? field : nullptr;
}

// What a person may read: the nearest `message`, or what stands for it.
const Value* find_message(const Value& body) {
  if (body.is_text()) {
    return trim(body.text).empty() ? nullptr : &body;
  }
  constexpr std::array<std::string_view, 6> holders{"error", "errors", "detail", "details", "response", call_report};
  for (const std::string_view inner : holders) {
    const Value* field = body.find(inner);
    const Value* found = says_error(field) ? find_message(unwrapped(*field)) : nullptr;
    if (found != nullptr) {
      return found;
    }
  }
  for (const std::string_view name : {"message", "msg", "error_message", "error_description", "title", "status_msg"}) {
    if (const Value* text = text_field(body, name)) {
      return text;
    }
  }
  return nullptr;
}

std::string message_of(const Value& body) {
  const Value* message = find_message(unwrapped(body));
  const std::string text = body.is_text() ? body.text : message == nullptr ? compact_json(body) : message->text;
  return shorten(trim(joined_surrogates(text)), longest_message);
}

// Fields by which a body says what it is.
constexpr std::array<std::string_view, 3> callings{"object", "type", "status"};

// What servers put where an error would be, for a call that went well.
bool is_success(std::string_view text) {
  constexpr std::array<std::string_view, 10> words{"",           "0",    "ok",   "success", "succeeded",
                                                   "successful", "none", "null", "false",   "no error"};
  const std::string lower = lower_ascii(trim(text));
  return std::find(words.begin(), words.end(), lower) != words.end();
}

// An error with the code 0, and nothing in it that says otherwise.
bool is_report_of_success(const Value& error) {
  const bool has_code = std::any_of(mark_names.begin(), mark_names.end(), [&error](std::string_view name) {
    const Value* code = error.find(name);
    return code != nullptr && !code->is_null() && is_success(code->text) && !code->text.empty();
  });
  return has_code && std::none_of(error.fields.begin(), error.fields.end(), [](const Field& field) {
           return !says_nothing(field.value) && says_error(&field.value);
         });
}

// Whether a field like `success` says that there was none.
bool denies(const Value* field) {
  if (field == nullptr || field->is_null()) {
    return false;
  }
  const std::string word = lower_ascii(trim(field->text));
  return word == "false" || word == "no" || word == "0" || names_failure(word);
}

std::string shown_code(const Value& body) {
  if (const auto failure = reported_failure(body)) {
    return failure->code;
  }
  const auto code = error_code_of(body);
  return code ? std::to_string(*code) : "";
}

}  // namespace

bool is_answer(int status) {
  return status == 200 || status == 201 || status == 203;
}

bool may_be_charged(int status) {
  constexpr int unavailable = 503, overloaded = 529, timed_out = 408;
  return status == timed_out || status < 300 || (status >= 500 && status != unavailable && status != overloaded);
}

Kind error_kind(int status) {
  if (status == 429) {
    return Kind::rate_limited;
  }
  if (status == 401 || status == 403 || status == 407) {
    return Kind::authentication;
  }
  if (status < 300) {
    return Kind::bad_response;
  }
  return status == 408 || status == 409 || status == 424 || status >= 500 ? Kind::server : Kind::invalid_request;
}

ProviderError http_error(int status, std::string_view body) {
  const auto json = parse_server_json(body);
  const std::string message =
      json && !json->is_null() ? message_of(*json) : shorten(trim(joined_surrogates(body)), longest_message);
  ProviderError error;
  error.kind = error_kind(status);
  error.status = status;
  constexpr int proxy_wants_a_password = 407;
  const std::string_view who = status == proxy_wants_a_password ? "the proxy answered " : "";
  error.message = fmt::format("{}HTTP {}{}{}", who, status, message.empty() ? "" : ": ", message);
  if (json && error.kind == Kind::rate_limited && is_used_up(*json)) {
    error.kind = Kind::invalid_request;
  }
  error.retry_after = json ? retry_delay_in(*json) : std::nullopt;
  return error;
}

std::optional<std::string> filter_message(const Value& body) {
  const Value* error = unwrapped(body).find("error");
  const Value* code = error == nullptr ? nullptr : error->find("code");
  return code != nullptr && code->text == "content_filter" ? std::optional(message_of(body)) : std::nullopt;
}

bool calls_itself_error(const Value& map) {
  const bool is_named = std::any_of(map.fields.begin(), map.fields.end(), [](const Field& field) {
    constexpr std::string_view name = "error";
    return lower_ascii(std::string_view(field.name).substr(0, name.size())) == name && says_error(&field.value);
  });
  const bool is_called = std::any_of(callings.begin(), callings.end(), [&map](std::string_view name) {
    const Value* field = map.find(name);
    return field != nullptr && field->is_text() && !is_success(field->text) && names_failure(field->text);
  });
  return is_named || is_called || denies(map.find("success")) || denies(map.find("ok"));
}

std::optional<ProviderError> find_error(const Value& message) {
  const Value& body = unwrapped(message);
  if (calls_itself_error(body) || reported_failure(body).has_value() || says_error(body.find("detail")) ||
      error_kind_of(body) != Kind::bad_response) {
    return error_in_answer(body);
  }
  return std::nullopt;
}

ProviderError error_in_answer(const Value& body) {
  ProviderError error;
  error.kind = error_kind_of(body);
  const std::string code = shown_code(unwrapped(body));
  const std::string message = message_of(body);
  error.message = fmt::format("an error{}{} in place of an answer{}{}", code.empty() ? "" : " ", code,
                              message.empty() ? "" : ": ", message);
  return error;
}

bool says_error(const Value* field) {
  if (field == nullptr) {
    return false;
  }
  switch (field->kind) {
    case Value::Kind::null:
      return false;
    case Value::Kind::boolean:
      return field->is_true();
    case Value::Kind::number:
      return field->number() != 0;
    case Value::Kind::text:
      return !is_success(field->text);
    case Value::Kind::list:
      return std::any_of(field->items.begin(), field->items.end(), [](const Value& item) { return says_error(&item); });
    case Value::Kind::map:
      return !is_report_of_success(*field);  // {} is an error: it is what an exception often is in JSON.
  }
  return true;
}

}  // namespace promptctl
