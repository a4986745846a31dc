#include "provider/variables.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace promptctl {
namespace {

// Puts one variable in; `inner` is what stands between the braces.
void put_in(std::string_view inner, const Variables& variables, ResolvedText& resolved) {
  const std::size_t otherwise = inner.find(":-");
  const std::string name(inner.substr(0, otherwise));
  const auto variable = variables.find(name);
  const std::string_view value = variable == variables.end() ? std::string_view() : trim(variable->second);
  if (has_control_character(value)) {
    resolved.fault = fmt::format("the environment variable {} holds a line break or another control character", name);
    resolved.is_broken = true;
  } else if (!value.empty()) {
    resolved.put_in.push_back({resolved.text.size(), value.size()});
    resolved.text += value;
  } else if (otherwise != std::string_view::npos) {
    resolved.text += inner.substr(otherwise + 2);
  } else {
    resolved.fault = fmt::format("the environment variable {} is not set", name);
  }
}

}  // namespace

ResolvedText resolve_variables(std::string_view text, const Variables& variables) {
  ResolvedText resolved;
  for (std::size_t start = text.find("${"); start != std::string_view::npos; start = text.find("${")) {
    const std::size_t end = text.find('}', start);
    if (end == std::string_view::npos) {
      break;
    }
    resolved.text += text.substr(0, start);
    put_in(text.substr(start + 2, end - start - 2), variables, resolved);
    if (!resolved.fault.empty()) {
      return resolved;
    }
    text.remove_prefix(end + 1);
  }
  resolved.text += text;
  return resolved;
}

std::map<std::string, std::string> provider_addresses(const std::map<std::string, ProviderSettings>& providers,
                                                      const Variables& variables) {
  std::map<std::string, std::string> addresses;
  for (const auto& [name, settings] : providers) {
    ResolvedText address = resolve_variables(settings.base_url, variables);
    if (address.fault.empty()) {
      addresses.emplace(name, std::move(address.text));
    }
  }
  return addresses;
}

}  // namespace promptctl
