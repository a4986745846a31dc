#include "provider/stream_asides.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "provider/error_body.hpp"

namespace promptctl {

bool is_keep_alive(std::string_view word) {
  constexpr std::array<std::string_view, 7> words{"ping", "pong",      "keepalive", "heartbeat",
                                                  "open", "connected", "ready"};
  constexpr std::size_t longest = 20;
  if (word.size() > longest) {
    return false;
  }
  std::string plain = lower_ascii(trim(word));
  std::erase_if(plain, [](char character) { return character == '-' || character == '_' || character == ' '; });
  return std::find(words.begin(), words.end(), plain) != words.end();
}

bool names_failure(std::string_view word) {
  constexpr std::array<std::string_view, 8> parts{"error",  "exception", "fail",      "abort",
                                                  "cancel", "timeout",   "timed_out", "timed-out"};
  const std::string lower = lower_ascii(word);
  return std::any_of(parts.begin(), parts.end(),
                     [&lower](std::string_view part) { return lower.find(part) != std::string::npos; });
}

bool says_nothing(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return true;
    case Value::Kind::boolean:
      return !value.is_true();
    case Value::Kind::number:
      return value.number() == 0;
    case Value::Kind::text:
      return value.text.empty();
    case Value::Kind::list:
      return value.items.empty();
    case Value::Kind::map:
      return value.fields.empty();
  }
  return false;
}

bool may_say(const Field& field) {
  constexpr std::array<std::string_view, 20> endings{
      "content",     "text",       "delta",     "message",    "messages", "msg",    "response",
      "output",      "completion", "choice",    "candidates", "answer",   "detail", "reason",
      "description", "title",      "truncated", "incomplete", "reply",    "refusal"};
  const Value& value = field.value;
  const std::string name = lower_ascii(field.name);
  const bool is_named =
      std::any_of(endings.begin(), endings.end(), [&name](std::string_view ending) { return name.ends_with(ending); });
  if (says_nothing(value)) {
    return false;
  }
  const bool may_hold =
      std::any_of(value.fields.begin(), value.fields.end(), may_say) ||
      std::any_of(value.items.begin(), value.items.end(), [](const Value& item) {
        return calls_itself_error(item) || std::any_of(item.fields.begin(), item.fields.end(), may_say);
      });
  return (is_named && !value.is_number()) || calls_itself_error(value) || may_hold;
}

bool says_only(const Value& map, std::span<const std::string_view> names) {
  return std::all_of(map.fields.begin(), map.fields.end(), [names](const Field& field) {
    const bool keeps_alive = is_keep_alive(field.name) || (field.value.is_text() && is_keep_alive(field.value.text));
    return says_nothing(field.value) || keeps_alive || std::find(names.begin(), names.end(), field.name) != names.end();
  });
}

}  // namespace promptctl
