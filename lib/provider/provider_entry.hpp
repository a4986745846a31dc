#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "provider/provider_settings.hpp"

namespace promptctl {

constexpr long long most_concurrency = 4096;

// Reads one field of `providers:` in promptctl.yaml over `provider`, what holds where it says nothing.
ProviderSettings read_provider(const Field& field, ProviderSettings provider, Diagnostics& diagnostics);

}  // namespace promptctl
