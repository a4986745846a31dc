#pragma once

#include "template/syntax.hpp"

namespace promptctl {

// Takes away the white space that `~` asks for and that of lines on which only a block's tag, an `else`, a comment or a
// partial stands, gives such a partial the indentation of its line, and drops comments. A port, rule by rule, of
// Handlebars 4's lib/handlebars/compiler/whitespace-control.js.
void control_white_space(TemplateBody& body);

}  // namespace promptctl
