#include "prompt/renderer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "base/text.hpp"
#include "document/json_pointer.hpp"
#include "prompt/messages.hpp"
#include "prompt/partial_check.hpp"
#include "schema/schema.hpp"

namespace promptctl {

struct CompiledPrompt {
  Prompt prompt;
  Template body;
  std::shared_ptr<const Partials> partials;
  std::optional<Schema> input;
  std::set<std::string, std::less<>> optional_names;
  std::optional<std::set<std::string, std::less<>>> known_names;
};

namespace {

// Names that some map of the schema declares without demanding them, at any depth.
void collect_optional(const Value& schema, std::set<std::string, std::less<>>& names) {
  const Value* properties = schema.find("properties");
  const Value* required = schema.find("required");
  if (properties != nullptr) {
    for (const Field& property : properties->fields) {
      const bool demanded =
          required != nullptr && std::any_of(required->items.begin(), required->items.end(),
                                             [&](const Value& name) { return name.text == property.name; });
      if (!demanded) {
        names.insert(property.name);
      }
    }
  }
  for (const Field& field : schema.fields) {
    collect_optional(field.value, names);
  }
  for (const Value& item : schema.items) {
    collect_optional(item, names);
  }
}

// What the template mentions at the root, partials that see the root included.
void collect_uses(const Template& body, const Partials& partials, std::vector<VariableUse>& uses,
                  std::set<std::string>& seen) {
  for (VariableUse& use : body.variables()) {
    uses.push_back(std::move(use));
  }
  for (const PartialUse& use : body.partials()) {
    const auto partial = partials.find(use.name);
    if (partial != partials.end() && seen.insert(use.name).second) {
      std::vector<VariableUse> inner;
      collect_uses(partial->second, partials, inner, seen);
      seen.erase(use.name);  // It only guards against partials that use themselves.
      for (VariableUse& one : inner) {
        if (std::find(use.given.begin(), use.given.end(), one.name) != use.given.end()) {
          continue;  // Passed to the partial by name.
        }
        one.resolved = one.resolved && use.resolved && use.context.empty();
        uses.push_back(std::move(one));
      }
    }
  }
}

std::vector<VariableUse> uses_of(const Template& body, const Partials& partials) {
  std::vector<VariableUse> uses;
  std::set<std::string> seen;
  collect_uses(body, partials, uses, seen);
  return uses;
}

// Whether the body uses the root as a whole, or something whose scope is only known at run time.
bool uses_all(const std::vector<VariableUse>& uses) {
  return std::any_of(uses.begin(), uses.end(),
                     [](const VariableUse& use) { return !use.resolved || use.path.empty(); });
}

std::optional<std::set<std::string, std::less<>>> names_known(const Prompt& prompt,
                                                              const std::vector<VariableUse>& uses) {
  if (uses_all(uses)) {
    return std::nullopt;
  }
  std::set<std::string, std::less<>> names;
  for (const VariableUse& use : uses) {
    names.insert(use.name);
  }
  const Value* properties = prompt.input_schema.find("properties");
  for (const Value* declared : {properties, &prompt.input_default}) {
    for (const Field& field : declared == nullptr ? std::vector<Field>() : declared->fields) {
      names.insert(field.name);
    }
  }
  return names;
}

void check_uses(const Prompt& prompt, const std::vector<VariableUse>& uses, Diagnostics& diagnostics) {
  const Value* properties = prompt.input_schema.find("properties");
  if (properties == nullptr) {
    return;
  }
  std::vector<std::string_view> declared;
  for (const Field& property : properties->fields) {
    declared.push_back(property.name);
  }
  std::set<std::string> used;
  for (const VariableUse& use : uses) {
    used.insert(use.name);
    const bool known = std::find(declared.begin(), declared.end(), use.name) != declared.end();
    if (use.resolved && !known && !use.path.empty() && !use.name.starts_with('@')) {
      diagnostics.error("undeclared-variable", use.where, fmt::format("`{}` is not in `input.schema`", use.name),
                        did_you_mean(use.name, declared));
    }
  }
  const std::string_view text = prompt.source->text();
  for (const Field& property : properties->fields) {
    if (!uses_all(uses) && used.count(property.name) == 0) {
      const bool braced = text.find("{" + property.name + "}") != std::string_view::npos;
      diagnostics.warning("unused-variable", property.where,
                          fmt::format("`{}` is declared, and nothing in the body uses it", property.name),
                          braced ? fmt::format("`{{{0}}}` is text: write {{{{{0}}}}}", property.name) : "");
    }
  }
}

void check_defaults(const Prompt& prompt, Diagnostics& diagnostics) {
  const Value* properties = prompt.input_schema.find("properties");
  for (const Field& field : prompt.input_default.fields) {
    const Value* property = properties == nullptr ? nullptr : properties->find(field.name);
    if (property == nullptr) {
      if (properties != nullptr) {
        diagnostics.error("bad-default", field.where, fmt::format("`{}` is not in `input.schema`", field.name));
      }
      continue;
    }
    Diagnostics ignored;  // A fault in the schema is reported for the schema as a whole.
    const auto schema = Schema::compile(*property, ignored);
    const auto violations = schema ? schema->validate(field.value) : std::vector<Violation>();
    for (const Violation& violation : violations) {
      diagnostics.error("bad-default", field.value.where,
                        fmt::format("`{}{}` {}", field.name, violation.instance_pointer, violation.message));
    }
  }
}

bool check_variables(const CompiledPrompt& compiled, const Case& golden, const Value& variables,
                     Diagnostics& diagnostics) {
  if (!compiled.input) {
    return true;
  }
  const std::vector<Violation> violations = compiled.input->validate(variables);
  for (const Violation& violation : violations) {
    const Value& node = nearest_node(variables, violation.instance_pointer);
    const std::string_view pointer = violation.instance_pointer;
    const bool names_itself = pointer.empty() || violation.message.starts_with("the property");
    const std::string name = names_itself ? std::string() : fmt::format("`{}` ", pointer.substr(1));
    diagnostics.error("bad-variable", node.where.line > 0 ? node.where : golden.where,
                      fmt::format("case `{}`: {}{}", golden.id, name, violation.message));
  }
  return violations.empty();
}

}  // namespace

Renderer::Renderer(std::shared_ptr<const CompiledPrompt> compiled) : compiled_(std::move(compiled)) {}

const Template& Renderer::body() const {
  return compiled_->body;
}

const std::optional<std::set<std::string, std::less<>>>& Renderer::known_names() const {
  return compiled_->known_names;
}

const Prompt& Renderer::prompt() const {
  return compiled_->prompt;
}

std::optional<Renderer> Renderer::compile(const Prompt& prompt, std::shared_ptr<const Partials> partials,
                                          Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  auto body = Template::parse(prompt.source, prompt.body_start, diagnostics);
  std::optional<Schema> input;
  if (!prompt.input_schema.is_null()) {
    input = Schema::compile(prompt.input_schema, diagnostics);
  }
  if (!prompt.output_schema.is_null()) {
    Schema::compile(prompt.output_schema, diagnostics);
  }
  if (body) {
    check_partials_of(*body, *partials, diagnostics);
    check_uses(prompt, uses_of(*body, *partials), diagnostics);
  }
  check_defaults(prompt, diagnostics);
  if (!body || diagnostics.errors() != errors_before) {
    return std::nullopt;
  }
  auto names = names_known(prompt, uses_of(*body, *partials));
  auto compiled = std::make_shared<CompiledPrompt>(
      CompiledPrompt{prompt, std::move(*body), std::move(partials), std::move(input), {}, std::move(names)});
  collect_optional(prompt.input_schema, compiled->optional_names);
  return Renderer(std::move(compiled));
}

void Renderer::add_defaults(Case& golden) const {
  for (const Field& field : compiled_->prompt.input_default.fields) {
    if (golden.vars.find(field.name) == nullptr) {
      golden.vars.fields.push_back(field);
    }
  }
}

std::optional<Request> Renderer::render(const Case& golden, Diagnostics& diagnostics) const {
  const Value& variables = golden.vars;
  if (!check_variables(*compiled_, golden, variables, diagnostics)) {
    return std::nullopt;
  }
  Expansion expansion{variables};
  expansion.partial = [this](std::string_view name) -> const Template* {
    const auto partial = compiled_->partials->find(name);
    return partial == compiled_->partials->end() ? nullptr : &partial->second;
  };
  expansion.optional = &compiled_->optional_names;
  MessageBuilder builder(golden.history);
  Diagnostics faults;
  if (!compiled_->body.expand(expansion, builder, faults)) {
    for (Diagnostic fault : faults.all()) {
      fault.message = fmt::format("case `{}`: {}", golden.id, fault.message);
      diagnostics.add(std::move(fault));
    }
    return std::nullopt;
  }
  Request request;
  request.messages = builder.finish();
  request.parameters = compiled_->prompt.parameters;
  request.options = compiled_->prompt.options;
  request.json_output = compiled_->prompt.json_output;
  request.output_schema = compiled_->prompt.output_schema;
  if (request.messages.empty()) {
    diagnostics.error("empty-prompt", compiled_->prompt.where,
                      fmt::format("case `{}`: the prompt renders to no message", golden.id));
    return std::nullopt;
  }
  return request;
}

}  // namespace promptctl
