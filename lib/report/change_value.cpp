#include "report/change_value.hpp"

#include "report/prompt_diff_value.hpp"

namespace promptctl {

Value changes_value(std::span<const ChangeReport> changes) {
  Value list = list_value({});
  for (const ChangeReport& change : changes) {
    list.items.push_back(change.content ? prompt_diff_value(*change.content) : Value());
  }
  return map_value().set("format", text_value("promptctl-change 1")).set("changes", std::move(list));
}

}  // namespace promptctl
