#pragma once

#include <map>
#include <string>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "provider/provider_settings.hpp"
#include "provider/variables.hpp"

namespace promptctl {

constexpr long long most_concurrency = 4096;

// Reads one field of `providers:` in promptctl.yaml over `provider`, what holds where it says nothing.
ProviderSettings read_provider(const Field& field, ProviderSettings provider, Diagnostics& diagnostics);

// What of each provider's settings decides replies, in one text: its address, its type and what its entry says, but for
// what only carries them. Equal for equal settings. Those whose variables are not set are left out.
std::map<std::string, std::string> reply_places(const std::map<std::string, ProviderSettings>& providers,
                                                const Variables& variables);

// Throws `Failure` (`bad-environment`), at the place in promptctl.yaml, where a variable of the entry has a value that can't
// be sent. One without a value is a matter of each call: what the cache has needs no key.
void require_sound_variables(const ProviderSettings& settings, const Variables& variables);

// Warns where a key would go unencrypted to another host than this one. `address` is `base_url` with its variables put
// in, or as it is configured: what is not known yet is not warned of.
void warn_of_plain_http(const ProviderSettings& settings, const std::string& address, const Location& where,
                        Diagnostics& diagnostics);

}  // namespace promptctl
