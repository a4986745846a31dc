#include "template/expander.hpp"
#include "template/helpers/all.hpp"
#include "template/helpers/condition.hpp"

namespace promptctl {
namespace {

void write_if(HelperRun& run) {
  if (condition_holds(run)) {
    run.expander.main_body(run);
  } else {
    run.expander.inverse_body(run);
  }
}

}  // namespace

const Helper if_helper{.name = "if",
                       .usage = "{{#if x}}…{{else}}…{{/if}}",
                       .form = HelperForm::block,
                       .arguments = 1,
                       .named = {"includeZero"},
                       .tests = true,
                       .write = write_if};

}  // namespace promptctl
