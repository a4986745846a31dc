#include "registry/project.hpp"

#include <algorithm>

namespace promptctl {

const Environment* find_environment(const Project& project, std::string_view name) {
  const auto& all = project.environments;
  const auto found = std::find_if(all.begin(), all.end(), [name](const Environment& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace promptctl
