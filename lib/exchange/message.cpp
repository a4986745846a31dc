#include "exchange/message.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace promptctl {
namespace {

constexpr std::array<std::pair<std::string_view, Role>, 5> role_names{{{"system", Role::system},
                                                                       {"user", Role::user},
                                                                       {"model", Role::model},
                                                                       {"tool", Role::tool},
                                                                       {"assistant", Role::model}}};

}  // namespace

std::string_view role_name(Role role) {
  return std::find_if(role_names.begin(), role_names.end(), [role](const auto& named) { return named.second == role; })
      ->first;
}

std::optional<Role> find_role(std::string_view name) {
  const auto* found =
      std::find_if(role_names.begin(), role_names.end(), [name](const auto& named) { return named.first == name; });
  return found == role_names.end() ? std::nullopt : std::optional(found->second);
}

Message text_message(Role role, std::string text) {
  return {role, {TextPart{std::move(text)}}};
}

std::string text_of(const Message& message) {
  std::string text;
  for (const Part& part : message.parts) {
    if (const auto* piece = std::get_if<TextPart>(&part)) {
      text += piece->text;
    }
  }
  return text;
}

}  // namespace promptctl
