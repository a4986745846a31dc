#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace promptctl {

enum class Role { system, user, model, tool };

// "system", "user", "model", "tool".
std::string_view role_name(Role role);

// Also takes "assistant", the other common word for the model's role. None for anything else.
std::optional<Role> find_role(std::string_view name);

// A piece of a message: text, or a reference to media by URL (`data:` URLs included).
struct Part {
  enum class Kind { text, media };

  Kind kind = Kind::text;
  std::string text;          // of text
  std::string url;           // of media
  std::string content_type;  // of media; may be empty

  bool operator==(const Part&) const = default;
};

struct Message {
  Role role = Role::user;
  std::vector<Part> parts;

  bool operator==(const Message&) const = default;
};

// The text parts, one after the other.
std::string text_of(const Message& message);

}  // namespace promptctl
