#pragma once

#include <vector>

#include "template/syntax.hpp"
#include "template/template.hpp"

namespace promptctl {

struct TemplateUses {
  std::vector<VariableUse> variables;
  std::vector<PartialUse> partials;
};

// All that the template mentions, in the order written.
TemplateUses find_uses(const TemplateSyntax& syntax);

}  // namespace promptctl
