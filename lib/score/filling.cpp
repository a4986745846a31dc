#include "score/filling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/regex.hpp"
#include "base/text.hpp"
#include "score/assertion.hpp"
#include "score/relocation.hpp"
#include "score/settings.hpp"

namespace promptctl {
namespace {

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";

bool holds_template(const Value& value) {
  return value.is_text() && value.text.find(opening) != std::string::npos;
}

// Where a value stands.
struct Standing {
  bool in_assertion = false;  // it is an assertion, or a list of them
  Notation notation = Notation::text;
};

Standing field_standing(const Standing& around, const AssertionType* type, std::string_view name) {
  if (around.in_assertion && name == "assert") {
    return around;
  }
  if (name == "pattern" && (around.in_assertion || around.notation == Notation::schema)) {
    return {false, Notation::pattern};
  }
  if (around.in_assertion) {
    return {false, type != nullptr && name == "value" ? type->value_notation : Notation::text};
  }
  return {false, around.notation == Notation::schema ? Notation::schema : Notation::text};
}

// Calls `visit` with each text that holds a template and its notation, in the order written. Does not look into what
// `visit` makes of it.
template <typename Node, typename Visitor>
void each_template(Node& value, const Standing& standing, Visitor&& visit) {
  if (holds_template(value)) {
    visit(value, standing.notation);
    return;
  }
  const bool passes_on = standing.in_assertion || standing.notation == Notation::schema;
  for (auto& item : value.items) {
    each_template(item, passes_on ? standing : Standing{}, visit);
  }
  const Value* name = standing.in_assertion ? value.find("type") : nullptr;
  const AssertionType* type = name == nullptr ? nullptr : assertion_type_of(name->text);
  for (auto& field : value.fields) {
    each_template(field.value, field_standing(standing, type, field.name), visit);
  }
}

using Quoting = std::string (*)(std::string_view text);

// How the notation has a text that means nothing but itself; null where every text does.
Quoting quoting_of(Notation notation) {
  return notation == Notation::pattern ? Regex::quoted : notation == Notation::list ? quoted_list_item : nullptr;
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

// A pattern or a list that comes from the case whole may be meant to be read as one.
void warn_of_literal(const Value& written, const Value& named, Notation notation, Diagnostics& diagnostics) {
  const bool pattern = notation == Notation::pattern;
  const std::string_view marks = pattern ? "\\^$.|?*+()[]{}" : notation == Notation::list ? "," : "";
  if (named.text.find_first_of(marks) == std::string::npos) {
    return;
  }
  const std::string path(trim(trim(written.text).substr(2, trim(written.text).size() - 4)));
  diagnostics.warning(
      "taken-literally", written.where,
      fmt::format("`{}` is looked for as it is written: {}", named.text,
                  pattern ? "what a template puts in is no pattern" : "its commas divide nothing"),
      pattern
          ? fmt::format("`contains` says so; `{{{{{{{}}}}}}}` puts it in as a pattern", path)
          : fmt::format("a list of one, `[\"{{{{{0}}}}}\"]`, says so; `{{{{{{{0}}}}}}}` puts it in as a list", path));
}

struct Filling {
  const Value& variables;
  Diagnostics& diagnostics;
};

std::optional<Value> expanded(const Value& written, const Template& parsed, Notation notation, const Filling& filling) {
  auto& [variables, diagnostics] = filling;
  const Quoting quoting = quoting_of(notation);
  const Value* named = named_value(written.text, variables);
  if (named != nullptr && !named->is_text() && (quoting == nullptr || named->is_list() || named->is_map())) {
    return *named;
  }
  if (named != nullptr && quoting != nullptr) {
    warn_of_literal(written, *named, notation, diagnostics);
  }
  Diagnostics found;
  const auto text = expand_text(parsed, {.variables = variables, .quoted = quoting}, found);
  report_at(written.where, with_own_hints(found), "", diagnostics);
  return text ? std::optional(text_value(*text)) : std::nullopt;
}

}  // namespace

std::optional<TemplatedValue> TemplatedValue::parse(const Value& written, Diagnostics& diagnostics) {
  TemplatedValue value(written);
  Diagnostics found;
  each_template(written, {}, [&](const Value& text, Notation) {
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
  each_template(filled, {.in_assertion = true}, [&](Value& text, Notation notation) {
    auto value = expanded(text, *next++, notation, {variables, diagnostics});
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
