#include "wire/variables.hpp"

namespace promptctl {

bool resolve_variables(std::string& text, const std::map<std::string, std::string>& variables, std::string& missing) {
  std::string resolved;
  std::size_t at = 0;
  for (std::size_t start = text.find("${"); start != std::string::npos; start = text.find("${", at)) {
    const std::size_t end = text.find('}', start);
    if (end == std::string::npos) {
      break;
    }
    const std::string inner = text.substr(start + 2, end - start - 2);
    const std::size_t otherwise = inner.find(":-");
    const std::string name = inner.substr(0, otherwise);
    const auto variable = variables.find(name);
    const bool given = variable != variables.end() && !variable->second.empty();
    if (!given && otherwise == std::string::npos) {
      missing = name;
      return false;
    }
    resolved.append(text, at, start - at).append(given ? variable->second : inner.substr(otherwise + 2));
    at = end + 1;
  }
  text = resolved.append(text, at);
  return true;
}

std::map<std::string, std::string> provider_addresses(const Project& project,
                                                      const std::map<std::string, std::string>& variables) {
  std::map<std::string, std::string> addresses;
  for (const auto& [name, settings] : project.providers) {
    std::string address = settings.base_url;
    std::string missing;
    if (resolve_variables(address, variables, missing)) {
      addresses.emplace(name, address);
    }
  }
  return addresses;
}

}  // namespace promptctl
