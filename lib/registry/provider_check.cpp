#include "registry/provider_check.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace promptctl {

bool check_provider(const Target& target, const Location& where, const Project& project, Diagnostics& diagnostics) {
  const auto provider = project.providers.find(target.provider);
  if (provider != project.providers.end() &&
      (!provider->second.base_url.empty() || !provider->second.entry.is_null())) {
    return true;
  }
  if (provider != project.providers.end()) {
    diagnostics.error("unknown-provider", where, fmt::format("where `{}` is reached is not known", target_name(target)),
                      fmt::format("write its `base_url` and `api_key` under `providers: {{{}: …}}` in promptctl.yaml",
                                  target.provider));
    return false;
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
