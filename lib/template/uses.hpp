#pragma once

#include <set>
#include <string>
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

// The names of the partials outside blocks, and of those in both branches of one.
std::set<std::string> find_certain_partials(const TemplateBody& body);

}  // namespace promptctl
