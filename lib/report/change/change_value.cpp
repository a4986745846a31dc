#include "report/change/change_value.hpp"

#include "document/value_list.hpp"
#include "report/change/comparison_value.hpp"
#include "report/change/prompt_diff_value.hpp"
#include "report/gate/gate_value.hpp"

namespace promptctl {
namespace {

Value change_value(const ChangeReport& change) {
  return map_value()
      .set("before", change.before.empty() ? Value() : text_value(change.before))
      .set("after", text_value(change.after))
      .set("content", change.content ? prompt_diff_value(*change.content) : Value())
      .set("suites", list_of(change.suites, suite_change_value))
      .set("notes", texts_value(change.notes))
      .set("gate", change.gate ? gate_value(*change.gate) : Value());
}

}  // namespace

Value changes_value(std::span<const ChangeReport> changes) {
  return map_value().set("format", text_value("promptctl-diff 2")).set("changes", list_of(changes, change_value));
}

}  // namespace promptctl
