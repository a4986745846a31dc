#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"

namespace promptctl {

// The two parts of a prompt file's text.
struct FrontMatter {
  std::string_view yaml;       // views into the source's text; empty without front matter
  std::size_t body_start = 0;  // 0 without front matter
};

// Divides a prompt file as Dotprompt's reference does: front matter stands between two lines of `---`, before which
// only blank lines and comments (`#`) may stand; without it, all is body. None after a fault (`front-matter`),
// reported: front matter that is not closed, or stands where it would be taken for text. `reads_as_keys` tells whether
// some lines hold keys of front matter.
std::optional<FrontMatter> split_front_matter(const SourcePointer& source,
                                              const std::function<bool(std::string_view lines)>& reads_as_keys,
                                              Diagnostics& diagnostics);

}  // namespace promptctl
