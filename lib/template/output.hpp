#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "exchange/message.hpp"

namespace promptctl {

// What follows belongs to a message of this role.
struct RoleMarker {
  Role role = Role::user;
  bool operator==(const RoleMarker&) const = default;
};

// The conversation so far belongs here.
struct HistoryMarker {
  bool operator==(const HistoryMarker&) const = default;
};

// What follows is a part of its own, with this purpose.
struct SectionMarker {
  std::string name;
  bool operator==(const SectionMarker&) const = default;
};

// A picture, a sound, a film: by URL (`data:` URLs included). The content type may be empty.
struct MediaMarker {
  std::string url;
  std::string content_type;
  bool operator==(const MediaMarker&) const = default;
};

using Marker = std::variant<RoleMarker, HistoryMarker, SectionMarker, MediaMarker>;

// Receives what a template expands to, in order. Markers never travel inside the text, so that a value holding
// something that looks like one stays text.
class Output {
 public:
  virtual ~Output() = default;

  // One stretch of text; neighbours belong together. Never empty.
  virtual void text(std::string_view text) = 0;
  virtual void marker(const Marker& marker) = 0;

 protected:
  Output() = default;
  Output(const Output&) = default;
  Output& operator=(const Output&) = default;
};

}  // namespace promptctl
