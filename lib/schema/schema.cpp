#include "schema/schema.hpp"

#include <utility>

#include "schema/compiler.hpp"
#include "schema/visit.hpp"

namespace promptctl {

Schema::Schema(std::shared_ptr<const CompiledSchema> compiled) : compiled_(std::move(compiled)) {}

std::optional<Schema> Schema::compile(const Value& schema, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  const auto compiled = std::make_shared<CompiledSchema>();
  compiled->document = schema;
  SchemaCompiler(*compiled, diagnostics).run();
  return diagnostics.errors() == errors_before ? std::optional(Schema(compiled)) : std::nullopt;
}

std::vector<Violation> Schema::validate(const Value& instance) const {
  Evaluation evaluation;
  evaluation.tracks_evaluated = compiled_->tracks_evaluated;
  Visit(evaluation, compiled_->nodes.front(), instance, nullptr, nullptr).run();
  if (evaluation.gave_up) {
    return {*evaluation.gave_up};
  }
  return std::move(evaluation.violations);
}

}  // namespace promptctl
