#include "template/expander.hpp"
#include "template/helpers/all.hpp"

namespace promptctl {
namespace {

void write_history(HelperRun& run) {
  run.expander.marker(run, HistoryMarker{});
}

}  // namespace

const Helper history_helper{.name = "history",
                            .usage = "{{history}}",
                            .form = HelperForm::marker,
                            .arguments = 0,
                            .named = {},
                            .write = write_history};

}  // namespace promptctl
