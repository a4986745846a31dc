#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace promptctl {

enum class Role { system, user, model, tool };

// "system", "user", "model", "tool".
std::string_view role_name(Role role);

// Also takes "assistant", the other common word for the model's role. None for anything else.
std::optional<Role> find_role(std::string_view name);

struct TextPart {
  std::string text;

  bool operator==(const TextPart&) const = default;
};

// A picture or another medium.
struct MediaPart {
  std::string url;           // `data:` URLs included
  std::string content_type;  // may be empty

  bool operator==(const MediaPart&) const = default;
};

using Part = std::variant<TextPart, MediaPart>;

struct Message {
  Role role = Role::user;
  std::vector<Part> parts;

  bool operator==(const Message&) const = default;
};

// A message of one text.
Message text_message(Role role, std::string text);

// The text parts, one after the other.
std::string text_of(const Message& message);

}  // namespace promptctl
