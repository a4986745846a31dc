#include "template/call_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "template/helper.hpp"

namespace promptctl {
namespace {

std::string how_to_write(const Helper& helper) {
  return fmt::format("write {}", helper.usage);
}

bool check_form(const HelperCall& call, CallPlace place, TemplateFaults& faults) {
  const Helper& helper = *call.helper;
  const bool is_block = helper.form == HelperForm::block;
  if (is_block != (place == CallPlace::block)) {
    faults.error("wrong-arguments", call.at, fmt::format("`{}` is {} block", helper.name, is_block ? "a" : "no"),
                 how_to_write(helper));
    return false;
  }
  if (place == CallPlace::expression && helper.form == HelperForm::marker) {
    faults.error("wrong-arguments", call.at, fmt::format("`{}` gives no value", helper.name), how_to_write(helper));
    return false;
  }
  return true;
}

// A variable that has a helper's name is the usual reason.
bool check_count(const HelperCall& call, TemplateFaults& faults) {
  const Helper& helper = *call.helper;
  if (call.arguments.size() == helper.arguments) {
    return true;
  }
  const bool bare = call.arguments.empty() && call.named.empty() && helper.form != HelperForm::block;
  faults.error(
      "wrong-arguments", call.at,
      fmt::format("`{}` takes {}, not {}", helper.name, counted(helper.arguments, "argument"), call.arguments.size()),
      how_to_write(helper) +
          (bare ? fmt::format("; a variable of this name is {{{{this.{}}}}}", helper.name) : std::string()));
  return false;
}

bool check_named(const HelperCall& call, TemplateFaults& faults) {
  const Helper& helper = *call.helper;
  std::vector<std::string_view> known(helper.named.begin(), helper.named.end());
  std::erase(known, std::string_view());
  bool good = true;
  for (const NamedArgument& argument : call.named) {
    if (std::find(known.begin(), known.end(), argument.name) == known.end()) {
      const std::string suggestion = did_you_mean(argument.name, known);
      faults.error("wrong-arguments", argument.at, fmt::format("`{}` takes no `{}=`", helper.name, argument.name),
                   suggestion.empty() ? how_to_write(helper) : suggestion);
      good = false;
    }
  }
  const bool has_first = std::any_of(call.named.begin(), call.named.end(),
                                     [&helper](const auto& argument) { return argument.name == helper.named.front(); });
  if (good && helper.needs_first_named && !has_first) {
    faults.error("wrong-arguments", call.at, fmt::format("`{}` needs `{}=`", helper.name, helper.named.front()),
                 how_to_write(helper));
    return false;
  }
  return good;
}

bool check_constant(const HelperCall& call, TemplateFaults& faults) {
  const auto* constant = call.arguments.empty() ? nullptr : std::get_if<LiteralExpression>(&call.arguments.front());
  if (constant == nullptr || call.helper->refusal == nullptr) {
    return true;
  }
  const auto refusal = call.helper->refusal(constant->value ? &*constant->value : nullptr);
  if (refusal) {
    faults.error(refusal->code, call.at, refusal->message, refusal->hint);
  }
  return !refusal;
}

}  // namespace

bool check_call(const HelperCall& call, CallPlace place, TemplateFaults& faults) {
  return check_form(call, place, faults) && check_count(call, faults) && check_named(call, faults) &&
         check_constant(call, faults);
}

bool check_parameters(const HelperCall& call, const std::vector<std::string>& parameters, TemplateFaults& faults) {
  const Helper& helper = *call.helper;
  if (parameters.size() <= helper.parameters) {
    return true;
  }
  faults.error("wrong-arguments", call.at,
               fmt::format("this block fills {}, not {}",
                           helper.parameters == 0 ? "no names" : counted(helper.parameters, "name"), parameters.size()),
               how_to_write(helper));
  return false;
}

}  // namespace promptctl
