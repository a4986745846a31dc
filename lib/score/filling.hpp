#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "dataset/golden_case.hpp"
#include "document/value.hpp"
#include "template/template.hpp"

namespace promptctl {

// An assertion as it is written, whose texts are templates.
class TemplatedValue {
 public:
  // None after a fault in a template, reported at the text that holds it.
  static std::optional<TemplatedValue> parse(const Value& written, Diagnostics& diagnostics);

  const Value& written() const { return written_; }

  // Whether no text in it is a template: it stands for itself.
  bool is_fixed() const { return templates_.empty(); }

  // Whether a template in it names this variable.
  bool names(std::string_view variable) const;

  // The value with every template expanded over `variables`, a map. A text that is nothing but `{{path}}` becomes the
  // value there, whatever its kind. In a pattern or a list between commas, what `{{path}}` puts in means only itself,
  // and what `{{{path}}}` puts in is part of the notation. None after a fault, reported at the text.
  std::optional<Value> fill(const Value& variables, Diagnostics& diagnostics) const;

 private:
  explicit TemplatedValue(const Value& written) : written_(written) {}

  Value written_;
  std::vector<Template> templates_;  // of those texts that hold any, in the order written
};

// What templates in assertions may name: the case's variables, and `vars`, `expected`, `context` and `output`, which
// hide variables of these names.
Value assertion_variables(const Case& golden, std::string_view output);

}  // namespace promptctl
