#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "provider/provider_settings.hpp"

namespace promptctl {

constexpr long long most_concurrency = 4096;

// Reads one field of `providers:` in promptctl.yaml over `provider`, what holds where it says nothing.
ProviderSettings read_provider(const Field& field, ProviderSettings provider, Diagnostics& diagnostics);

// Warns where a key would go unencrypted to another host than this one. `address` is `base_url` with its variables put
// in, or as it is configured: what is not known yet is not warned of.
void warn_of_plain_http(const ProviderSettings& settings, const std::string& address, const Location& where,
                        Diagnostics& diagnostics);

}  // namespace promptctl
