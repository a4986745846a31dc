#include "provider/destination_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/url.hpp"
#include "document/secrets.hpp"
#include "provider/provider.hpp"

namespace promptctl {
namespace {

bool sends_secret(const ProviderSettings& settings) {
  const auto is_secret = [](const auto& header) {
    return is_secret_name(header.first) || header.second.find("${") != std::string::npos;
  };
  const bool bears_own = settings.api != nullptr && settings.api->bears_secrets(settings);
  return bears_own || !settings.api_key.empty() ||
         std::any_of(settings.headers.begin(), settings.headers.end(), is_secret);
}

}  // namespace

void require_sound_variables(const ProviderSettings& settings, const Variables& variables) {
  const auto check = [&](std::string_view key, const std::string& text) {
    const ResolvedText resolved = resolve_variables(text, variables);
    const Value* at = settings.entry.find(key);
    if (resolved.is_broken) {
      throw Failure("bad-environment", at == nullptr ? settings.where : at->where,
                    fmt::format("`{}` of `{}` can't be sent: {}", key, settings.name, resolved.fault),
                    "set it to one line: white space around it does not count");
    }
  };
  check("base_url", settings.base_url);
  check("api_key", settings.api_key);
  check("proxy", settings.proxy);
  for (const auto& [name, value] : settings.headers) {
    check("headers", value);
  }
}

void warn_of_plain_http(const ProviderSettings& settings, const std::string& address, const Location& where,
                        Diagnostics& diagnostics) {
  const Url url = split_url(address);
  const bool is_known = url.scheme == "http" && url.host.find("${") == std::string_view::npos;
  const bool has_secret = sends_secret(settings) || !url.user_info.empty();
  if (is_known && has_secret && !is_loopback(url)) {
    diagnostics.warning("plain-http", where,
                        fmt::format("the key of `{}` goes to {} over http://, where everyone between can read it",
                                    settings.name, url.host),
                        "use https://, or reach the server through a tunnel to 127.0.0.1");
  }
}

}  // namespace promptctl
