#include "run/judge_use.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace promptctl {

std::string judge_use_text(const JudgeUse& use) {
  constexpr std::size_t shown_digits = 12;
  std::string text = use.content.empty() ? "" : use.content.substr(0, shown_digits) + " on ";
  text += join(use.targets, ", ");
  text += use.votes > 1 ? fmt::format(", {} votes", use.votes) : "";
  return text + (use.reducer.empty() ? "" : ", " + use.reducer);
}

Value judge_uses_value(const JudgeUses& uses) {
  Value map = map_value();
  for (const auto& [name, use] : uses) {
    Value value = map_value();
    if (!use.content.empty()) {
      value.set("content", text_value(use.content));
    }
    value.set("targets", texts_value(use.targets));
    if (use.votes > 1) {
      value.set("votes", integer_value(use.votes));
    }
    if (!use.reducer.empty()) {
      value.set("reduce", text_value(use.reducer));
    }
    map.set(name, std::move(value));
  }
  return map;
}

JudgeUses read_judge_uses(const Value& map, Diagnostics& diagnostics) {
  constexpr long long most_votes = 1000;
  JudgeUses uses;
  for (const Field& field : map.fields) {
    FieldReader fields(field.value, diagnostics);
    JudgeUse& use = uses[field.name];
    use.content = fields.optional_text("content").value_or("");
    use.targets = fields.optional_texts("targets");
    use.votes = static_cast<int>(fields.optional_integer("votes", 1, most_votes).value_or(1));
    use.reducer = fields.optional_text("reduce").value_or("");
    fields.finish();
  }
  return uses;
}

}  // namespace promptctl
