#include "eval/case_variables.hpp"

#include <fmt/format.h>

#include <memory>

#include "base/text.hpp"
#include "dataset/case_record.hpp"
#include "prompt/body_check.hpp"
#include "template/template.hpp"

namespace promptctl {
namespace {

// "`x` … (in 3 cases)"
std::string in_cases(std::size_t cases) {
  return cases == 1 ? std::string() : fmt::format(" (in {})", counted(cases, "case"));
}

}  // namespace

CaseVariables::CaseVariables(const Suite& suite, const Renderer& prompt) : prompt_(prompt) {
  const Value* others = prompt.prompt().input_schema.find("additionalProperties");
  are_others_faults_ = others != nullptr && others->kind == Value::Kind::boolean && !others->is_true();
  if (const auto& names = prompt.known_names()) {
    used_ = *names;
  } else {
    uses_all_ = true;
  }
  for (const Value& assertion : suite.assertions) {
    add_uses(assertion);
  }
}

// Every text of an assertion may be a template, where `vars` stands for the variables as a whole.
void CaseVariables::add_uses(const Value& assertion) {
  for (const Value& item : assertion.items) {
    add_uses(item);
  }
  for (const Field& field : assertion.fields) {
    add_uses(field.value);
  }
  if (names_file(assertion)) {
    files_.emplace("an assertion's value", assertion.where);
  }
  if (!assertion.is_text() || assertion.text.find("{{") == std::string::npos) {
    return;
  }
  Diagnostics ignored;  // The rubric reports what is wrong with it.
  const auto parsed = Template::parse(std::make_shared<const Source>("", assertion.text), 0, ignored);
  for (const VariableUse& use : parsed ? parsed->variables() : std::vector<VariableUse>()) {
    const std::vector<std::string_view> names = split(use.path, '.');
    const bool through_vars = use.name == "vars";
    uses_all_ = uses_all_ || !use.resolved || use.path.empty() || (through_vars && names.size() == 1);
    used_.insert(through_vars && names.size() > 1 ? std::string(names[1].substr(0, names[1].find('['))) : use.name);
  }
}

void CaseVariables::consider(const Case& golden) {
  for (const Value& assertion : golden.assertions) {
    add_uses(assertion);
  }
  for (const Field& field : golden.vars.fields) {
    if (names_file(field.value)) {
      files_.emplace(fmt::format("`{}`", field.name), field.value.where);
    }
    if (used_.count(field.name) == 0) {
      Found& found = unused_.try_emplace(field.name, Found{field.where, 0}).first->second;
      ++found.cases;
    }
  }
  if (golden.expected && names_file(*golden.expected)) {
    files_.emplace("`expected`", golden.expected->where);
  }
}

void CaseVariables::finish(Diagnostics& diagnostics) const {
  for (const auto& [what, where] : files_) {
    warn_of_file(what, where, diagnostics);
  }
  for (const auto& [name, found] : unused_) {
    if (uses_all_ || used_.count(name) != 0) {
      continue;
    }
    if (is_case_key(name)) {
      diagnostics.error("misplaced-key", found.where,
                        fmt::format("`{}` is a variable here, and nothing uses it{}", name, in_cases(found.cases)),
                        "the key of a case stands beside `vars`, not in it");
      continue;
    }
    if (are_others_faults_) {
      continue;
    }
    const bool braced = prompt_.prompt().source->text().find("{" + name + "}") != std::string_view::npos;
    diagnostics.warning("unused-variable", found.where,
                        fmt::format("neither the prompt nor an assertion uses `{}`{}", name, in_cases(found.cases)),
                        braced ? fmt::format("`{{{0}}}` is text to the prompt: write {{{{{0}}}}}", name) : "");
  }
}

}  // namespace promptctl
