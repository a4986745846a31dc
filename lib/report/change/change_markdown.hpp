#pragma once

#include <vector>

#include "report/change/change_report.hpp"
#include "report/text/fitted_page.hpp"

namespace promptctl {

// A comment on GitHub holds no more.
constexpr std::size_t most_of_comment = 65'536;  // characters

// A report of changes in markdown: the verdict and the figures first; cases and text behind a fold.
void add_change_sections(const ChangeReport& change, std::size_t most_cases, std::vector<PageSection>& sections);

}  // namespace promptctl
