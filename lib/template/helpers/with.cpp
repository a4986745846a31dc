#include "template/expander.hpp"
#include "template/helpers/all.hpp"

namespace promptctl {
namespace {

void write_with(HelperRun& run) {
  const Operand& context = run.arguments.front();
  if (is_nothing(context.value)) {
    run.expander.inverse_body(run);
  } else {
    run.expander.main_body(run, context.value, {context, Operand{}});
  }
}

}  // namespace

const Helper with_helper{.name = "with",
                         .usage = "{{#with x}}…{{else}}…{{/with}}",
                         .form = HelperForm::block,
                         .arguments = 1,
                         .named = {},
                         .parameters = 1,
                         .inner_scope = InnerScope::argument,
                         .write = write_with};

}  // namespace promptctl
