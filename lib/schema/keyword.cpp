#include "schema/keyword.hpp"

#include <map>
#include <vector>

#include "base/diagnostic.hpp"

namespace promptctl {
namespace {

using KeywordTable = std::map<std::string_view, const Keyword*>;

KeywordTable make_table() {
  KeywordTable table;
  for (const auto group : {general_keywords(), number_keywords(), text_keywords(), list_keywords(), map_keywords(),
                           logic_keywords(), reference_keywords(), note_keywords()}) {
    for (const Keyword& keyword : group) {
      table.emplace(keyword.name, &keyword);
    }
  }
  return table;
}

const KeywordTable& table() {
  static const KeywordTable table = make_table();
  return table;
}

bool belongs_to(const Keyword& keyword, Draft draft) {
  return keyword.since <= draft && draft <= keyword.until;
}

}  // namespace

const Keyword* find_keyword(std::string_view name, Draft draft) {
  const auto found = table().find(name);
  return found != table().end() && belongs_to(*found->second, draft) ? found->second : nullptr;
}

std::string nearest_keyword(std::string_view written, Draft draft) {
  std::vector<std::string_view> names;
  for (const auto& [name, keyword] : table()) {
    if (belongs_to(*keyword, draft)) {
      names.push_back(name);
    }
  }
  return did_you_mean(written, names);
}

}  // namespace promptctl
