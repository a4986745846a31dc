#include <fmt/format.h>

#include "template/expander.hpp"
#include "template/helpers/all.hpp"

namespace promptctl {
namespace {

std::optional<HelperRefusal> refuse_scalar(const Value* over) {
  if (over == nullptr || over->is_null() || over->is_list() || over->is_map()) {
    return std::nullopt;
  }
  return HelperRefusal{"wrong-arguments",
                       fmt::format("`each` goes through a list or a map, not {}", kind_name(over->kind)), ""};
}

void write_each(HelperRun& run) {
  static const Value nothing;
  const Value* over = run.arguments.front().value;
  run.expander.items(run, over == nullptr ? nothing : *over);
}

}  // namespace

const Helper each_helper{.name = "each",
                         .usage = "{{#each list}}…{{/each}}",
                         .form = HelperForm::block,
                         .arguments = 1,
                         .named = {},
                         .parameters = 2,
                         .refusal = refuse_scalar,
                         .inner_scope = InnerScope::items,
                         .write = write_each};

}  // namespace promptctl
