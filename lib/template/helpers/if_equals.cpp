#include "template/expander.hpp"
#include "template/helpers/all.hpp"
#include "template/helpers/condition.hpp"

namespace promptctl {
namespace {

void write_if_equals(HelperRun& run) {
  if (arguments_equal(run)) {
    run.expander.main_body(run);
  } else {
    run.expander.inverse_body(run);
  }
}

}  // namespace

const Helper if_equals_helper{.name = "ifEquals",
                              .usage = "{{#ifEquals a b}}…{{else}}…{{/ifEquals}}",
                              .form = HelperForm::block,
                              .arguments = 2,
                              .named = {},
                              .write = write_if_equals};

}  // namespace promptctl
