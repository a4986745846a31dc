#include "score/filling.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/text.hpp"
#include "score/relocation.hpp"

namespace promptctl {
namespace {

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";

bool holds_template(const Value& value) {
  return value.is_text() && value.text.find(opening) != std::string::npos;
}

// Calls `visit` with each text that holds a template, in the order written. Does not look into what `visit` makes of
// it.
template <typename Node, typename Visitor>
void each_template(Node& value, Visitor&& visit) {
  if (holds_template(value)) {
    visit(value);
    return;
  }
  for (auto& item : value.items) {
    each_template(item, visit);
  }
  for (auto& field : value.fields) {
    each_template(field.value, visit);
  }
}

// What `{{a.b}}` names, when that is all of `text`; null when it is not, or names nothing.
const Value* named_value(std::string_view text, const Value& variables) {
  text = trim(text);
  if (!text.starts_with(opening) || !text.ends_with(closing) || text.size() < opening.size() + closing.size()) {
    return nullptr;
  }
  const Value* value = &variables;
  for (const std::string_view name : split(trim(text.substr(2, text.size() - 4)), '.')) {
    value = value == nullptr ? nullptr : value->find(name);
  }
  return value;
}

// What helps in a prompt, a default or `?` in its schema, does not help here.
Diagnostics with_own_hints(const Diagnostics& found) {
  Diagnostics hinted;
  for (Diagnostic fault : found.all()) {
    if (fault.code == "undefined-variable" && fault.hint.find("default") != std::string::npos) {
      fault.hint = "known here: the case's variables, and what it has of `expected`, `context` and `vars`";
    }
    hinted.add(std::move(fault));
  }
  return hinted;
}

std::optional<Value> expanded(const Value& written, const Template& parsed, const Value& variables,
                              Diagnostics& diagnostics) {
  const Value* named = named_value(written.text, variables);
  if (named != nullptr && !named->is_text()) {
    return *named;
  }
  Diagnostics found;
  const auto text = expand_text(parsed, {.variables = variables}, found);
  report_at(written.where, with_own_hints(found), "", diagnostics);
  return text ? std::optional(text_value(*text)) : std::nullopt;
}

}  // namespace

std::optional<TemplatedValue> TemplatedValue::parse(const Value& written, Diagnostics& diagnostics) {
  TemplatedValue value(written);
  Diagnostics found;
  each_template(written, [&](const Value& text) {
    Diagnostics faults;
    if (auto parsed = Template::parse(std::make_shared<Source>("", text.text), 0, faults)) {
      value.templates_.push_back(*std::move(parsed));
    }
    report_at(text.where, faults, "", found);
  });
  for (const Diagnostic& fault : found.all()) {
    diagnostics.add(fault);
  }
  return found.has_errors() ? std::nullopt : std::optional(std::move(value));
}

bool TemplatedValue::names(std::string_view variable) const {
  return std::any_of(templates_.begin(), templates_.end(), [variable](const Template& parsed) {
    const std::vector<VariableUse> uses = parsed.variables();
    return std::any_of(uses.begin(), uses.end(), [variable](const VariableUse& use) { return use.name == variable; });
  });
}

std::optional<Value> TemplatedValue::fill(const Value& variables, Diagnostics& diagnostics) const {
  Value filled = written_;
  bool complete = true;
  auto next = templates_.begin();
  each_template(filled, [&](Value& text) {
    auto value = expanded(text, *next++, variables, diagnostics);
    complete = complete && value.has_value();
    const Location where = text.where;
    text = value ? *std::move(value) : Value();
    text.where = where;
  });
  return complete ? std::optional(std::move(filled)) : std::nullopt;
}

Value assertion_variables(const Case& golden, std::string_view output) {
  Value variables = map_value();
  const auto add = [&variables](const std::string& name, const Value& value) {
    if (variables.find(name) == nullptr) {
      variables.set(name, value);
    }
  };
  add("vars", golden.vars);
  add("output", text_value(output));
  if (golden.expected) {
    add("expected", *golden.expected);
  }
  if (!golden.context.is_null()) {
    add("context", golden.context);
  }
  for (const Field& field : golden.vars.fields) {
    add(field.name, field.value);
  }
  return variables;
}

}  // namespace promptctl
