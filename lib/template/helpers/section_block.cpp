#include "template/expander.hpp"

namespace promptctl {
namespace {

void write_section_block(HelperRun& run) {
  const Value* value = run.arguments.front().value;
  const bool no_value = value == nullptr || value->is_null();
  if (no_value || (value->kind == Value::Kind::boolean && !value->is_true())) {
    run.expander.inverse_body(run);
  } else if (value->is_list()) {
    run.expander.items(run, *value);
  } else if (value->is_true()) {
    run.expander.main_body(run);
  } else {
    run.expander.main_body(run, value, {});
  }
}

}  // namespace

const Helper section_block_helper{.name = "this",
                                  .usage = "{{#name}}…{{/name}}",
                                  .form = HelperForm::block,
                                  .arguments = 1,
                                  .named = {},
                                  .inner_scope = InnerScope::unknown,
                                  .write = write_section_block};

}  // namespace promptctl
