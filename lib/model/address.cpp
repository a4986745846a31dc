#include "model/address.hpp"

namespace promptctl {

std::string address_text(const Address& address) {
  return address.git_revision.empty() ? address.prompt : address.prompt + "@git:" + address.git_revision;
}

std::optional<Address> find_address(std::string_view text) {
  constexpr std::string_view scheme = "prompts:/";
  constexpr std::string_view git = "@git:";
  text.remove_prefix(text.starts_with(scheme) ? scheme.size() : 0);
  const std::size_t at = text.find('@');
  const std::string_view name = text.substr(0, at);
  const std::string_view reference = at == std::string_view::npos ? std::string_view() : text.substr(at);
  if (name.empty() || (!reference.empty() && (!reference.starts_with(git) || reference.size() == git.size()))) {
    return std::nullopt;
  }
  return Address{std::string(name), std::string(reference.empty() ? reference : reference.substr(git.size()))};
}

}  // namespace promptctl
