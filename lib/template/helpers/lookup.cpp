#include <fmt/format.h>

#include "template/expander.hpp"
#include "template/helpers/all.hpp"

namespace promptctl {
namespace {

std::optional<Operand> evaluate_lookup(HelperRun& run) {
  const Value* holder = run.arguments.front().value;
  const Value* key = run.arguments.back().value;
  const std::string name = key == nullptr ? std::string() : written_text(*key);
  Operand found = holder == nullptr ? Operand{} : member_of(*holder, name);
  if (found.value != nullptr || run.tested) {
    return found;
  }
  run.expander.fault("undefined-variable", run.at, fmt::format("`lookup` found no `{}`", name));
  return std::nullopt;
}

}  // namespace

const Helper lookup_helper{.name = "lookup",
                           .usage = "{{lookup map name}}",
                           .form = HelperForm::value,
                           .arguments = 2,
                           .named = {},
                           .evaluate = evaluate_lookup};

}  // namespace promptctl
