#include <fmt/format.h>

#include "base/text.hpp"
#include "template/expander.hpp"
#include "template/helpers/all.hpp"

namespace promptctl {
namespace {

std::optional<HelperRefusal> refuse_unknown_role(const Value* role) {
  const std::string name = role == nullptr ? std::string() : written_text(*role);
  if (role != nullptr && role->is_text() && find_role(name)) {
    return std::nullopt;
  }
  const std::string suggestion = did_you_mean(name, {"system", "user", "model", "tool"});
  return HelperRefusal{"unknown-role", fmt::format("there is no role `{}`", name),
                       suggestion.empty() ? "roles: system, user, model, tool" : suggestion};
}

void write_role(HelperRun& run) {
  run.expander.marker(run, RoleMarker{find_role(run.arguments.front().value->text).value_or(Role::user)});
}

}  // namespace

const Helper role_helper{.name = "role",
                         .usage = R"({{role "system"}})",
                         .form = HelperForm::marker,
                         .arguments = 1,
                         .named = {},
                         .refusal = refuse_unknown_role,
                         .write = write_role};

}  // namespace promptctl
