#pragma once

#include <span>
#include <string_view>

#include "schema/node.hpp"

namespace promptctl {

// Draft 6 counts as draft 7, which only adds to it.
enum class Draft { draft7, draft2019_09, draft2020_12 };

struct Site;

// A keyword of JSON Schema.
struct Keyword {
  // Which parts of its value are schemas: itself, the items of a list, the values of a map.
  enum class Holds { no_schema, schema, list, schema_or_list, named };

  std::string_view name;
  Holds holds = Holds::no_schema;

  // Null when it asks nothing of an instance by itself. Reports faults; an empty rule after one, or when there is
  // nothing to ask.
  Rule (*compile)(const Site& site) = nullptr;

  Draft since = Draft::draft7;
  Draft until = Draft::draft2020_12;
  bool last = false;  // asks what all other keywords beside it have evaluated
};

std::span<const Keyword> general_keywords();
std::span<const Keyword> number_keywords();
std::span<const Keyword> text_keywords();
std::span<const Keyword> list_keywords();
std::span<const Keyword> map_keywords();
std::span<const Keyword> logic_keywords();
std::span<const Keyword> reference_keywords();
std::span<const Keyword> note_keywords();

// Null when the draft has no such keyword.
const Keyword* find_keyword(std::string_view name, Draft draft);

// "did you mean `required`?"; empty when nothing that the draft has is near.
std::string nearest_keyword(std::string_view written, Draft draft);

}  // namespace promptctl
