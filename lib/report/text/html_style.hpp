#pragma once

#include <string_view>

namespace promptctl {

// The style sheet of a report in HTML, behind its colours in colors.css: narrow and wide, and print.
extern const std::string_view html_style;

}  // namespace promptctl
