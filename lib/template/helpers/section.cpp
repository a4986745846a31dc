#include "template/expander.hpp"
#include "template/helpers/all.hpp"

namespace promptctl {
namespace {

std::optional<HelperRefusal> refuse_nameless(const Value* name) {
  if (name != nullptr && name->is_text() && !name->text.empty()) {
    return std::nullopt;
  }
  return HelperRefusal{"wrong-arguments", "a section's name must be text", R"(write {{section "examples"}})"};
}

void write_section(HelperRun& run) {
  run.expander.marker(run, SectionMarker{run.arguments.front().value->text});
}

}  // namespace

const Helper section_helper{.name = "section",
                            .usage = R"({{section "examples"}})",
                            .form = HelperForm::marker,
                            .arguments = 1,
                            .named = {},
                            .refusal = refuse_nameless,
                            .write = write_section};

}  // namespace promptctl
