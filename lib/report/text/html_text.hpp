#pragma once

#include <string>
#include <string_view>

#include "report/text/table.hpp"

// Text from outside in HTML, where it stays text in an element's content and in a quoted attribute.
namespace promptctl {

// In running text: control characters and bidirectional overrides are shown escaped.
std::string html_text(std::string_view text);

// The same with line breaks and tabs, for `<pre>`.
std::string html_lines(std::string_view text);

// A table in a container that scrolls on its own when the page is narrow. `caption` is for those who hear the page.
std::string html_table(const Table& table, std::string_view caption);

// The class of what is better or worse: " class=\"better\""; empty when that can't be told.
std::string_view html_class(Direction direction);

}  // namespace promptctl
