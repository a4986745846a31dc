#include "template/expander.hpp"
#include "template/helpers/all.hpp"
#include "template/helpers/condition.hpp"

namespace promptctl {
namespace {

void write_unless_equals(HelperRun& run) {
  if (!arguments_equal(run)) {
    run.expander.main_body(run);
  } else {
    run.expander.inverse_body(run);
  }
}

}  // namespace

const Helper unless_equals_helper{.name = "unlessEquals",
                                  .usage = "{{#unlessEquals a b}}…{{else}}…{{/unlessEquals}}",
                                  .form = HelperForm::block,
                                  .arguments = 2,
                                  .named = {},
                                  .write = write_unless_equals};

}  // namespace promptctl
