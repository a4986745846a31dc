#include "template/expander.hpp"
#include "template/helpers/all.hpp"
#include "template/helpers/condition.hpp"

namespace promptctl {
namespace {

void write_unless(HelperRun& run) {
  if (condition_holds(run)) {
    run.expander.inverse_body(run);
  } else {
    run.expander.main_body(run);
  }
}

}  // namespace

const Helper unless_helper{.name = "unless",
                           .usage = "{{#unless x}}…{{else}}…{{/unless}}",
                           .form = HelperForm::block,
                           .arguments = 1,
                           .named = {"includeZero"},
                           .tests = true,
                           .write = write_unless};

}  // namespace promptctl
