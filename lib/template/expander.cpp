#include "template/expander.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "template/syntax.hpp"

namespace promptctl {

TemplateExpander::TemplateExpander(const Expansion& input, Output& output, Diagnostics& diagnostics)
    : input_(input),
      diagnostics_(diagnostics),
      sink_(output, input.limits.output_bytes),
      roots_{&input.variables, input.context} {}

bool TemplateExpander::run(const TemplateSyntax& syntax) {
  TemplateScope scope;
  scope.self = &input_.variables;
  here_ = {&syntax, &scope, &sink_};
  body(syntax.body);
  return !failed_;
}

void TemplateExpander::body(const TemplateBody& statements) {
  for (const TemplateStatement& next : statements) {
    if (stopped_) {
      return;
    }
    std::visit([this](const auto& kind) { carry_out(kind); }, next);
  }
}

void TemplateExpander::carry_out(const TextStatement& text) {
  write(text.text);
}

void TemplateExpander::carry_out(const CommentStatement&) {}

void TemplateExpander::carry_out(const PrintStatement& print) {
  const auto* call = std::get_if<std::unique_ptr<HelperCall>>(&print.expression);
  if (call != nullptr && (*call)->helper->form == HelperForm::marker) {
    if (auto run = step((*call)->at) ? prepare(**call, false) : std::nullopt) {
      (*call)->helper->write(*run);
    }
    return;
  }
  const auto printed = evaluate(print.expression, false);
  if (!printed || printed->value == nullptr) {
    return;
  }
  const std::string text = written_text(*printed->value);
  write(input_.quoted != nullptr && !print.raw ? input_.quoted(text) : text);
}

void TemplateExpander::carry_out(const std::unique_ptr<BlockStatement>& block) {
  if (!step(block->call.at)) {
    return;
  }
  if (auto run = prepare(block->call, false)) {
    run->block = block.get();
    block->call.helper->write(*run);
  }
}

void TemplateExpander::carry_out(const PartialStatement& partial) {
  const Template* found = input_.partial ? input_.partial(partial.name) : nullptr;
  if (found == nullptr) {
    fault("unknown-partial", partial.at, fmt::format("there is no partial `{}`", partial.name));
    return;
  }
  if (!step(partial.at)) {
    return;
  }
  if (const auto context = partial_context(partial)) {
    expand_partial(partial, *found, context->value);
  }
}

void TemplateExpander::expand_partial(const PartialStatement& partial, const Template& found, const Value* self) {
  if (++depth_ > input_.limits.depth) {
    stop("too-deep", partial.at, fmt::format("more than {} blocks and partials, one in the other", input_.limits.depth),
         "a partial that contains itself needs an end");
  } else {
    TemplateScope scope;
    scope.self = self;
    scope.loop = here_.scope->loop;
    IndentedOutput indented(*here_.output, partial.indent);
    Output& output = partial.indent.empty() ? *here_.output : indented;
    const Point caller = std::exchange(here_, Point{&found.syntax(), &scope, &output});
    body(here_.syntax->body);
    here_ = caller;
  }
  --depth_;
}

// What `this` is in the partial: what it was given, else what it is here, under the names it was given.
std::optional<Operand> TemplateExpander::partial_context(const PartialStatement& partial) {
  std::optional<Operand> context = partial.context ? evaluate(*partial.context, false) : Operand{here_.scope->self};
  if (!context || partial.named.empty()) {
    return context;
  }
  Value merged = context->value != nullptr && context->value->is_map() ? *context->value : map_value();
  bool complete = true;
  for (const NamedArgument& argument : partial.named) {
    const auto given = evaluate(argument.value, false);
    complete = complete && given;
    Value value = given && given->value != nullptr ? *given->value : Value();
    const auto same = std::find_if(merged.fields.begin(), merged.fields.end(),
                                   [&argument](const Field& field) { return field.name == argument.name; });
    if (same != merged.fields.end()) {
      same->value = std::move(value);
    } else {
      merged.set(argument.name, std::move(value));
    }
  }
  return complete ? std::optional(Operand::own(std::move(merged))) : std::nullopt;
}

void TemplateExpander::main_body(const HelperRun& run) {
  enter(run, run.block->main, *here_.scope);
}

void TemplateExpander::inverse_body(const HelperRun& run) {
  enter(run, run.block->inverse, *here_.scope);
}

// As in Handlebars, `../` leads past a block that did not change `this`.
void TemplateExpander::main_body(const HelperRun& run, const Value* self, std::array<Operand, 2> parameters) {
  TemplateScope scope;
  scope.self = self;
  scope.up = self == here_.scope->self ? here_.scope->up : here_.scope;
  scope.outer = here_.scope;
  scope.loop = here_.scope->loop;
  scope.names = run.block->parameters;
  scope.parameters = std::move(parameters);
  enter(run, run.block->main, scope);
}

void TemplateExpander::items(const HelperRun& run, const Value& collection) {
  const std::size_t count = std::max(collection.items.size(), collection.fields.size());
  if (count == 0) {
    inverse_body(run);
  }
  const TemplateScope* outside = here_.scope;
  for (std::size_t index = 0; index < count && step(run.at); ++index) {
    const bool list = collection.is_list();
    const Value& item = list ? collection.items[index] : collection.fields[index].value;
    const TemplateLoop loop{outside->loop, index, index + 1 == count, list ? nullptr : &collection.fields[index].name};
    TemplateScope scope;
    scope.self = &item;
    scope.up = outside;
    scope.outer = outside;
    scope.loop = &loop;
    scope.names = run.block->parameters;
    if (!scope.names.empty()) {
      scope.parameters = {Operand{&item}, Operand::own(list ? integer_value(static_cast<long long>(index))
                                                            : text_value(collection.fields[index].name))};
    }
    enter(run, run.block->main, scope);
  }
}

void TemplateExpander::enter(const HelperRun& run, const TemplateBody& statements, const TemplateScope& scope) {
  if (++depth_ > input_.limits.depth) {
    stop("too-deep", run.at, fmt::format("more than {} blocks and partials, one in the other", input_.limits.depth),
         "a partial that contains itself needs an end");
  } else {
    const TemplateScope* outside = std::exchange(here_.scope, &scope);
    body(statements);
    here_.scope = outside;
  }
  --depth_;
}

}  // namespace promptctl
