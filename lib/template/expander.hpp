#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "template/helper.hpp"
#include "template/indented_output.hpp"
#include "template/scope.hpp"
#include "template/template.hpp"

namespace promptctl {

// Carries out one expansion. Helpers write through it.
class TemplateExpander {
 public:
  // All must outlive it.
  TemplateExpander(const Expansion& input, Output& output, Diagnostics& diagnostics);

  // Whether there was no fault.
  bool run(const TemplateSyntax& syntax);

  // One body of the block that runs, with the scope around it.
  void main_body(const HelperRun& run);
  void inverse_body(const HelperRun& run);

  // The main body with another `this`. `parameters` are what the block's names stand for.
  void main_body(const HelperRun& run, const Value* self, std::array<Operand, 2> parameters);

  // The main body for each item of a list or each field of a map; the inverse one when there is none.
  void items(const HelperRun& run, const Value& collection);

  void marker(const HelperRun& run, const Marker& marker);
  void fault(std::string_view code, std::size_t at, std::string message, std::string hint = {});

  // A bound was hit: whoever loops stops.
  bool stopped() const { return stopped_; }

 private:
  struct Point {  // where in which template
    const TemplateSyntax* syntax = nullptr;
    const TemplateScope* scope = nullptr;
    Output* output = nullptr;
  };

  void body(const TemplateBody& statements);
  void enter(const HelperRun& run, const TemplateBody& statements, const TemplateScope& scope);
  void carry_out(const TextStatement& text);
  void carry_out(const CommentStatement& comment);
  void carry_out(const PrintStatement& print);
  void carry_out(const PartialStatement& partial);
  void carry_out(const std::unique_ptr<BlockStatement>& block);
  void expand_partial(const PartialStatement& partial, const Template& found, const Value* self);

  std::optional<Operand> evaluate(const TemplateExpression& expression, bool tested);
  std::optional<Operand> evaluate_path(const PathExpression& path, bool tested);
  std::optional<Operand> partial_context(const PartialStatement& partial);
  std::optional<HelperRun> prepare(const HelperCall& call, bool tested);
  bool is_optional(const PathExpression& path, std::size_t found) const;

  void write(std::string_view text);
  bool step(std::size_t at);
  void stop(std::string_view code, std::size_t at, std::string message, std::string hint = {});
  bool is_new(std::size_t at);

  const Expansion& input_;
  Diagnostics& diagnostics_;
  LimitedOutput sink_;
  TemplateRoots roots_;
  Point here_;
  std::size_t depth_ = 0;
  std::size_t steps_ = 0;
  bool failed_ = false;
  bool stopped_ = false;
  std::set<std::pair<const TemplateSyntax*, std::size_t>> reported_;
};

}  // namespace promptctl
