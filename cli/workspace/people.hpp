#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger_views.hpp"

namespace promptctl::cli {

// What someone wrote into the ledger, as it may be shown on a terminal: control characters are escaped, and lines after
// the first start with `indent`; with an empty one, line breaks are escaped as well.
std::string shown_text(std::string_view text, std::string_view indent);

// "Mia Kern" of "Mia Kern <mia@example.com>".
std::string person_name(const std::string& actor);

// "Mia Kern, Ada Berg"
std::string people_names(const std::vector<std::string>& actors);

// "was @3", or "the first there".
std::string before_text(const Move& move);

// "support/triage@4 → production (was @3)", of a move or what is said of one; else the version's name.
std::string effect_text(const PromptEvent& event);

}  // namespace promptctl::cli
