#pragma once

#include <map>
#include <string>

#include "provider/provider_settings.hpp"
#include "provider/variables.hpp"

namespace promptctl {

// What of each provider's settings decides replies, in one text: its address, its type and what its entry says, but for
// what only carries them. Equal for equal settings. Those whose variables are not set are left out.
std::map<std::string, std::string> reply_places(const std::map<std::string, ProviderSettings>& providers,
                                                const Variables& variables);

}  // namespace promptctl
