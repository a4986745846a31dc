#include "base/known_names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/diagnostic.hpp"
#include "base/text.hpp"

namespace promptctl {

void require_known(const std::string& id, const std::vector<std::string>& known, std::string_view what) {
  if (std::find(known.begin(), known.end(), id) != known.end()) {
    return;
  }
  const std::vector<std::string_view> names(known.begin(), known.end());
  std::string hint = did_you_mean(id, names);
  if (hint.empty() && !known.empty() && known.size() <= 10) {
    hint = fmt::format("there are: {}", fmt::join(known, ", "));
  }
  throw Failure(what == "suite"         ? "unknown-suite"
                : what == "environment" ? "unknown-environment"
                                        : "unknown-prompt",
                fmt::format("there is no {} `{}`", what, id), hint);
}

}  // namespace promptctl
