#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "base/diagnostic.hpp"
#include "dataset/golden_case.hpp"
#include "exchange/request.hpp"
#include "prompt/partial_check.hpp"
#include "prompt/prompt.hpp"
#include "template/template.hpp"

namespace promptctl {

struct CompiledPrompt;

// A prompt made ready to be rendered: body parsed, schemas compiled, variables checked. Immutable and cheap to copy.
class Renderer {
 public:
  // Reports what is wrong with the prompt whatever the case: syntax; variables used but not declared
  // (`undeclared-variable`); declared but not used (`unused-variable`, a warning); a default that breaks the input
  // schema
  // (`bad-default`); partials that do not exist. None after an error.
  static std::optional<Renderer> compile(const Prompt& prompt, std::shared_ptr<const Partials> partials,
                                         Diagnostics& diagnostics);

  // What to ask for a case, whose defaults have been added: `target`, stream and repeat are the caller's to set.
  // Reports variables that the input schema does not allow (`bad-variable`, at their place in the case) or that are
  // missing; none after an error.
  std::optional<Request> render(const Case& golden, Diagnostics& diagnostics) const;

  // Gives a case the values that the prompt's file sets for variables it has none of.
  void add_defaults(Case& golden) const;

  // Variables that the body or a partial uses, or the file declares; none when the body uses all that it is given.
  const std::optional<std::set<std::string, std::less<>>>& known_names() const;

  const Prompt& prompt() const;
  const Template& body() const;

 private:
  explicit Renderer(std::shared_ptr<const CompiledPrompt> compiled);

  std::shared_ptr<const CompiledPrompt> compiled_;
};

}  // namespace promptctl
