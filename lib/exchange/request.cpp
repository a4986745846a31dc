#include "exchange/request.hpp"

namespace promptctl {

std::string target_name(const Target& target) {
  return target.provider + "/" + target.model;
}

std::optional<Target> find_target(std::string_view name) {
  const std::size_t slash = name.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == name.size()) {
    return std::nullopt;
  }
  return Target{std::string(name.substr(0, slash)), std::string(name.substr(slash + 1))};
}

}  // namespace promptctl
