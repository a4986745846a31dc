#include <fmt/format.h>

#include <utility>

#include "base/text.hpp"
#include "template/expander.hpp"
#include "template/syntax.hpp"

namespace promptctl {

std::optional<Operand> TemplateExpander::evaluate(const TemplateExpression& expression, bool tested) {
  if (const auto* literal = std::get_if<LiteralExpression>(&expression)) {
    return Operand{literal->value ? &*literal->value : nullptr};
  }
  if (const auto* path = std::get_if<PathExpression>(&expression)) {
    return evaluate_path(*path, tested);
  }
  const HelperCall& call = *std::get<std::unique_ptr<HelperCall>>(expression);
  auto run = prepare(call, tested);
  return run ? call.helper->evaluate(*run) : std::nullopt;
}

std::optional<Operand> TemplateExpander::evaluate_path(const PathExpression& path, bool tested) {
  PathResolution resolution = resolve_path(path, *here_.scope, roots_);
  if (resolution.operand.value == nullptr && !tested && !is_optional(path, resolution.found)) {
    const PathComplaint complaint = complain_of(path, resolution, *here_.scope);
    if (!path.context) {
      fault("undefined-variable", path.at, complaint.message, complaint.hint);
      return std::nullopt;
    }
    if (is_new(path.at)) {
      diagnostics_.warning("undefined-variable", here_.syntax->places.at(path.at),
                           complaint.message + "; it prints as nothing", complaint.hint);
    }
  }
  return std::move(resolution.operand);
}

bool TemplateExpander::is_optional(const PathExpression& path, std::size_t found) const {
  const auto listed = [this](const std::string& name) { return input_.optional->contains(name); };
  return input_.optional != nullptr && found < path.names.size() &&
         (listed(path.names.front()) || listed(path.names[found]));
}

// None after a fault in an argument.
std::optional<HelperRun> TemplateExpander::prepare(const HelperCall& call, bool tested) {
  HelperRun run{*this, call.at, tested, {}, {}, nullptr};
  bool complete = true;
  for (const TemplateExpression& argument : call.arguments) {
    auto given = evaluate(argument, call.helper->tests);
    complete = complete && given;
    run.arguments.push_back(given ? std::move(*given) : Operand{});
  }
  for (const NamedArgument& argument : call.named) {
    auto given = evaluate(argument.value, false);
    complete = complete && given;
    run.named.emplace_back(argument.name, given ? std::move(*given) : Operand{});
  }
  if (complete && call.helper->refusal != nullptr) {
    if (const auto refusal = call.helper->refusal(run.arguments.front().value)) {
      fault(refusal->code, call.at, refusal->message, refusal->hint);
      complete = false;
    }
  }
  return complete ? std::optional(std::move(run)) : std::nullopt;
}

void TemplateExpander::marker(const HelperRun& run, const Marker& marker) {
  if (!input_.markers) {
    fault("marker-here", run.at,
          "this text goes into no conversation, so it can hold no roles, history, sections or media");
    return;
  }
  here_.output->marker(marker);
  if (sink_.overflowed()) {
    write("");
  }
}

void TemplateExpander::write(std::string_view text) {
  if (!text.empty()) {
    here_.output->text(text);
  }
  if (sink_.overflowed()) {
    stop("output-too-large", 0,
         fmt::format("the template expands to more than {} bytes", grouped(input_.limits.output_bytes)));
  }
}

bool TemplateExpander::step(std::size_t at) {
  if (++steps_ > input_.limits.steps) {
    stop("too-many-steps", at, fmt::format("the template takes more than {} steps to expand", input_.limits.steps));
  }
  return !stopped_;
}

void TemplateExpander::fault(std::string_view code, std::size_t at, std::string message, std::string hint) {
  failed_ = true;
  if (is_new(at) && !stopped_) {
    diagnostics_.error(code, here_.syntax->places.at(at), std::move(message), std::move(hint));
  }
}

void TemplateExpander::stop(std::string_view code, std::size_t at, std::string message, std::string hint) {
  if (!stopped_) {
    reported_.clear();
    fault(code, at, std::move(message), std::move(hint));
  }
  stopped_ = true;
}

// One place is reported once, though a loop may come by often.
bool TemplateExpander::is_new(std::size_t at) {
  return reported_.emplace(here_.syntax, at).second;
}

}  // namespace promptctl
