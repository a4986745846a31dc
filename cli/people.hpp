#pragma once

#include <string>
#include <string_view>

namespace promptctl::cli {

// What someone wrote into the ledger, as it may be shown on a terminal: control characters are escaped, and lines after
// the first start with `indent`; with an empty one, line breaks are escaped as well.
std::string shown_text(std::string_view text, std::string_view indent);

// "Mia Kern" of "Mia Kern <mia@example.com>".
std::string person_name(const std::string& actor);

}  // namespace promptctl::cli
