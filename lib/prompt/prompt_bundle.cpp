#include "prompt/prompt_bundle.hpp"

#include <fmt/format.h>

namespace promptctl {

std::string partial_path(const std::string& name) {
  const std::size_t base = name.rfind('/') == std::string::npos ? 0 : name.rfind('/') + 1;
  return fmt::format("{}{}_{}{}", prompt_root, name.substr(0, base), name.substr(base), prompt_extension);
}

std::string prompt_path(const std::string& id) {
  return fmt::format("{}{}{}", prompt_root, id, prompt_extension);
}

}  // namespace promptctl
