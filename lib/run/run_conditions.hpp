#pragma once

#include <map>
#include <string>

#include "provider/provider_settings.hpp"
#include "run/run_record.hpp"

namespace promptctl {

// What of a provider's settings decides replies, or whether there are any, as promptctl.yaml writes it: variables stand
// there by their names. Not how many calls are made at a time.
std::map<std::string, std::string> settings_of(const ProviderSettings& provider);

// A run is evidence of one content under one set of conditions, fixed when it begins. Throws `Failure`
// (`resume-mismatch`), with each that differs and both values, where what would go on with it now is another:
// content, models, server, provider's settings, price, commit, uncommitted files, and whoever runs it where. `now` is
// the header that the same run would begin with; one that asks nobody (offline) mixes no servers.
void require_same_conditions(const RunHeader& begun, const RunHeader& now);

}  // namespace promptctl
