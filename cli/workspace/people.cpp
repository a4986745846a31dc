#include "cli/workspace/people.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl::cli {

std::string shown_text(std::string_view text, std::string_view indent) {
  if (indent.empty()) {
    return printable(text);
  }
  std::string shown;
  for (const std::string_view line : split(text, '\n')) {
    shown.append(shown.empty() ? "" : "\n").append(shown.empty() ? "" : indent).append(printable(line));
  }
  return shown;
}

std::string person_name(const std::string& actor) {
  return printable(actor.substr(0, actor.rfind(" <")));
}

std::string people_names(const std::vector<std::string>& actors) {
  std::vector<std::string> names(actors.size());
  std::transform(actors.begin(), actors.end(), names.begin(), person_name);
  return join(names, ", ");
}

std::string before_text(const Move& move) {
  return move.from ? fmt::format("was @{}", *move.from) : std::string("the first there");
}

std::string effect_text(const PromptEvent& event) {
  const HistoryEntry& entry = event.entry;
  std::string name = version_text({event.prompt, entry.version});
  if (entry.environment.empty()) {
    return name;
  }
  return fmt::format("{} → {}{}", name, entry.environment, entry.from ? fmt::format(" (was @{})", *entry.from) : "");
}

}  // namespace promptctl::cli
