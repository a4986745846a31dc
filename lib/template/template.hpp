#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "template/output.hpp"

namespace promptctl {

class Template;
struct TemplateSyntax;

// Bounds on one expansion, so that a hostile template costs a fault and not the process.
struct ExpansionLimits {
  std::size_t output_bytes = std::size_t{16} << 20;
  std::size_t depth = 200;         // blocks and partials, one in the other
  std::size_t steps = 10'000'000;  // statements carried out
};

// What a template is expanded with. All it refers to must outlive the expansion.
struct Expansion {
  const Value& variables;  // a map; `@root`, and what `this` is at the start

  // A map of what `@name` reads (`@state`, `@auth`); null for none. Dotprompt promises that a path missing here prints
  // as nothing, so that is a warning and no fault.
  const Value* context = nullptr;

  // The partial of this name, or null; empty when there are none at all.
  std::function<const Template*(std::string_view name)> partial = nullptr;

  // Names that the input schema declares optional, at any depth. A path whose first or whose missing name is one of
  // these prints as nothing where it leads nowhere.
  const std::set<std::string, std::less<>>* optional = nullptr;

  // How a value is written where what is expanded has a notation of its own; null: as it is. `{{{name}}}` and
  // `{{&name}}` always write it as it is.
  std::string (*quoted)(std::string_view text) = nullptr;

  bool markers = true;  // false: `role`, `history`, `section` and `media` are faults (`marker-here`)
  ExpansionLimits limits = {};
};

// One mention of a variable.
struct VariableUse {
  std::string name;  // the first name of `path`; "@state" for a context variable
  std::string path;  // from the root: `customer.name`; a list's items are `[]`: `passages[].id`; the root itself is ""
  Location where;
  bool tested = false;    // only asked for truth, by `if` or `unless`
  bool resolved = false;  // false: inside a block whose scope is only known at run time; `path` is as written
};

// One mention of a partial.
struct PartialUse {
  std::string name;
  Location where;
  std::string context;             // path from the root of what `this` is in the partial, as in `VariableUse`
  bool resolved = false;           // false: `context` is only known at run time
  std::vector<std::string> given;  // names passed as `name=value`; in the partial they hide those of the context
};

// A parsed template of Dotprompt's profile of Handlebars: paths, `if unless each with`, `{{else}}`, block parameters,
// sections, partials, comments, `~`, standalone lines and escapes as in Handlebars 4, and the helpers `json lookup role
// history section media ifEquals unlessEquals`. It differs from Handlebars on purpose in this: nothing is escaped for
// HTML; lists and maps print as JSON; an unknown helper, a path that leads nowhere and `each` over a scalar are faults;
// a partial's name is always written out; `ifEquals` compares lists and maps by what they hold; there are no raw
// blocks, decorators, inline partials and partial blocks. `list.0` is `list.[0]`.
//
// Immutable, cheap to copy, and safe to expand from several threads at once.
class Template {
 public:
  // Parses the text of `source` from byte `start` to its end. Where front matter stands before (`start` > 0), white
  // space at both ends is left out, as Dotprompt's reference does. Faults, at most 100, go to `diagnostics` as
  // `template-syntax`, `unknown-helper`, `wrong-arguments`, `unknown-role` or `too-deep`; any of them gives no
  // template.
  static std::optional<Template> parse(const SourcePointer& source, std::size_t start, Diagnostics& diagnostics);

  // Every mention, in the order written, those of `this` included; `@index` and its like are none.
  std::vector<VariableUse> variables() const;
  std::vector<PartialUse> partials() const;

  // The names of the partials that every expansion comes to, whatever the variables are.
  std::set<std::string> certain_partials() const;

  // Writes to `output`. False after a fault: `undefined-variable`, `unknown-partial`, `wrong-arguments`, `marker-here`,
  // `unknown-role`, `too-deep`, `output-too-large` or `too-many-steps`; what was written then is of no use. One place
  // is reported once, however often it is reached.
  bool expand(const Expansion& input, Output& output, Diagnostics& diagnostics) const;

  const TemplateSyntax& syntax() const { return *syntax_; }

 private:
  explicit Template(std::shared_ptr<const TemplateSyntax> syntax);

  std::shared_ptr<const TemplateSyntax> syntax_;
};

// The text of a template that may hold no markers, whatever `input.markers` says; none after a fault.
std::optional<std::string> expand_text(const Template& parsed, Expansion input, Diagnostics& diagnostics);

}  // namespace promptctl
