#include "registry/provider_check.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace promptctl {

bool check_provider(const Target& target, const Location& where, const Project& project, Diagnostics& diagnostics) {
  if (project.providers.count(target.provider) > 0) {
    return true;
  }
  std::vector<std::string_view> known;
  known.reserve(project.providers.size());
  for (const auto& [name, settings] : project.providers) {
    known.push_back(name);
  }
  const std::string hint = did_you_mean(target.provider, known);
  diagnostics.error("unknown-provider", where,
                    fmt::format("`{}` names no provider of this registry", target_name(target)),
                    hint.empty() ? "describe it under `providers:` in promptctl.yaml" : hint);
  return false;
}

}  // namespace promptctl
