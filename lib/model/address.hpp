#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace promptctl {

// Which content of a prompt is meant: "support/triage" is the working tree's, "support/triage@git:main~2" that of a
// commit. "prompts:/support/triage" is the same, as a URI.
struct Address {
  std::string prompt;
  std::string git_revision;  // empty: the working tree

  bool operator==(const Address&) const = default;
};

std::string address_text(const Address& address);

// None when the text is no address: an empty name, or behind an `@` anything but `git:REVISION`.
std::optional<Address> find_address(std::string_view text);

}  // namespace promptctl
