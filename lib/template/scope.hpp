#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "document/value.hpp"
#include "template/helper.hpp"
#include "template/syntax.hpp"

namespace promptctl {

// One turn of an `each`: what `@index`, `@key`, `@first` and `@last` read.
struct TemplateLoop {
  const TemplateLoop* outer = nullptr;
  std::size_t index = 0;
  bool last = false;
  const std::string* key = nullptr;  // null in a list, where the key is the index
};

// What names mean at one point of an expansion. Scopes live on the stack, the outer ones longer.
struct TemplateScope {
  const Value* self = nullptr;           // `this`; null is undefined
  const TemplateScope* up = nullptr;     // `../`; null at the root, and where a partial starts
  const TemplateScope* outer = nullptr;  // whose parameters are seen too; null where a partial starts
  const TemplateLoop* loop = nullptr;
  std::span<const std::string> names;  // `as |item index|`
  std::array<Operand, 2> parameters = {};
};

// What every path may start from.
struct TemplateRoots {
  const Value* variables = nullptr;
  const Value* context = nullptr;
};

// How far a path leads. Without a value, the name after the first `found` ones was not in `holder`.
struct PathResolution {
  Operand operand;
  std::size_t found = 0;
  Operand holder;
};

PathResolution resolve_path(const PathExpression& path, const TemplateScope& scope, const TemplateRoots& roots);

// One name further: a field of a map, an item of a list by its number, the `length` of a list or (in UTF-16 units, as
// in Handlebars) of a text. Undefined when there is no such thing.
Operand member_of(const Value& holder, std::string_view name);

// `@index`, `@key`, `@first`, `@last`: not what the caller gives.
bool is_loop_name(std::string_view name);

struct PathComplaint {
  std::string message;
  std::string hint;
};

// For a path that leads nowhere.
PathComplaint complain_of(const PathExpression& path, const PathResolution& resolution, const TemplateScope& scope);

}  // namespace promptctl
