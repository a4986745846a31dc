#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "provider/provider_settings.hpp"
#include "provider/variables.hpp"

namespace promptctl {

// Throws `Failure` (`bad-environment`), at the place in promptctl.yaml, where a variable of the entry has a value that
// can't be sent. One without a value is a matter of each call: what the cache has needs no key.
void require_sound_variables(const ProviderSettings& settings, const Variables& variables);

// Warns where a key would go unencrypted to another host than this one. `address` is `base_url` with its variables put
// in, or as it is configured: what is not known yet is not warned of.
void warn_of_plain_http(const ProviderSettings& settings, const std::string& address, const Location& where,
                        Diagnostics& diagnostics);

}  // namespace promptctl
