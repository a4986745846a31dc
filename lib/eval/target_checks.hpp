#pragma once

#include <chrono>

#include "base/diagnostic.hpp"
#include "prompt/prompt.hpp"
#include "provider/provider_settings.hpp"
#include "registry/price_book.hpp"

namespace promptctl {

// Whether it is known what a call may cost at most.
bool can_be_bounded(const Target& target, const PriceBook& prices, const Project& project,
                    std::chrono::system_clock::time_point now);

// Reports what a prompt asks for and the model's API can't be sent: nothing is left out without a word. The settings
// have a type.
void check_parameters(const Prompt& prompt, const Target& target, const ProviderSettings& provider,
                      Diagnostics& diagnostics);

}  // namespace promptctl
