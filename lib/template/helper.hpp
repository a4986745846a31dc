#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/value.hpp"

namespace promptctl {

class TemplateExpander;
struct BlockStatement;

// What an expression gives: a value that lives as long as the expansion, or one of its own; neither is undefined.
struct Operand {
  const Value* value = nullptr;
  std::shared_ptr<const Value> owned = nullptr;

  static Operand own(Value made);
};

// A call whose arguments are known.
struct HelperRun {
  TemplateExpander& expander;
  std::size_t at = 0;
  bool tested = false;                                      // a value that leads nowhere is no fault
  std::vector<Operand> arguments;                           // as many as the helper takes
  std::vector<std::pair<std::string_view, Operand>> named;  // those that were written
  const BlockStatement* block = nullptr;                    // of a block helper

  // Null when it was not written or is undefined.
  const Value* find(std::string_view name) const;
};

enum class HelperForm {
  value,   // {{json x}}, or inside an expression: gives a value
  marker,  // {{role "user"}}: writes a marker, only in a tag of its own
  block,   // {{#each x}}…{{/each}}
};

// What `this` is in the main body of a block, for those who read a template without running it.
enum class InnerScope { outer, argument, items, unknown };

// Why a helper can't take an argument.
struct HelperRefusal {
  std::string_view code;
  std::string message;
  std::string hint;
};

// One helper; each has a file in helpers/ and a line in `helpers`.
struct Helper {
  std::string_view name;
  std::string_view usage;  // a whole call, for hints
  HelperForm form = HelperForm::value;
  std::size_t arguments = 0;              // exactly
  std::array<std::string_view, 2> named;  // `name=value` that it takes; empty where there are fewer
  bool needs_first_named = false;         // the first of `named` must be written
  std::size_t parameters = 0;             // of a block: at most this many between `as |` and `|`
  bool tests = false;                     // its arguments may lead nowhere
  // Of its first argument, null being undefined; asked for a constant when parsing, and again in every run.
  std::optional<HelperRefusal> (*refusal)(const Value* argument) = nullptr;
  InnerScope inner_scope = InnerScope::outer;
  std::optional<Operand> (*evaluate)(HelperRun& run) = nullptr;  // of a value helper; none after a fault
  void (*write)(HelperRun& run) = nullptr;                       // of the other two
};

// By name; null when there is none.
const Helper* find_helper(std::string_view name);
std::span<const Helper* const> helpers();

// What `{{#name}}…{{/name}}` means where `name` is no helper: for each of a list, with a map, if true.
extern const Helper section_block_helper;

// What counts as true. Not: null, undefined, false, 0, "" and an empty list.
bool is_truthy(const Value* value);

// A list without items, null, undefined, false or "": what `with` and `if includeZero=true` take for nothing.
bool is_nothing(const Value* value);

}  // namespace promptctl
