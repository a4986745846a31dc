#include "template/helper.hpp"

#include <algorithm>
#include <utility>

#include "template/helpers/all.hpp"

namespace promptctl {

Operand Operand::own(Value made) {
  auto owned = std::make_shared<const Value>(std::move(made));
  return {owned.get(), owned};
}

const Value* HelperRun::find(std::string_view name) const {
  const auto found =
      std::find_if(named.begin(), named.end(), [name](const auto& given) { return given.first == name; });
  return found == named.end() ? nullptr : found->second.value;
}

std::span<const Helper* const> helpers() {
  static constexpr std::array<const Helper*, 12> table{
      &each_helper,  &history_helper, &if_helper,      &if_equals_helper, &json_helper,          &lookup_helper,
      &media_helper, &role_helper,    &section_helper, &unless_helper,    &unless_equals_helper, &with_helper,
  };
  return table;
}

const Helper* find_helper(std::string_view name) {
  const auto known = helpers();
  const auto found =
      std::find_if(known.begin(), known.end(), [name](const Helper* helper) { return helper->name == name; });
  return found == known.end() ? nullptr : *found;
}

bool is_nothing(const Value* value) {
  return value == nullptr || value->is_null() || (value->kind == Value::Kind::boolean && !value->is_true()) ||
         (value->is_text() && value->text.empty()) || (value->is_list() && value->items.empty());
}

bool is_truthy(const Value* value) {
  const bool zero = value != nullptr && value->is_number() && value->number() == 0;
  return !zero && !is_nothing(value);
}

}  // namespace promptctl
