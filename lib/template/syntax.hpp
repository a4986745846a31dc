#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "document/value.hpp"
#include "template/places.hpp"

namespace promptctl {

struct Helper;
struct HelperCall;
struct BlockStatement;

// `../customer.name`, `this`, `@root.x`. `names` is empty for `this`, `.` and `..`; for `@x` it starts with x.
struct PathExpression {
  std::size_t at = 0;
  bool context = false;         // starts with `@`
  bool explicit_scope = false;  // starts with `this`, `.` or `..`: neither a helper nor a block parameter
  std::size_t up = 0;           // how many `../`
  std::vector<std::string> names;
  std::string written;
};

struct LiteralExpression {
  std::optional<Value> value;  // none is `undefined`
};

using TemplateExpression = std::variant<LiteralExpression, PathExpression, std::unique_ptr<HelperCall>>;

struct NamedArgument {
  std::string name;
  std::size_t at = 0;
  TemplateExpression value;
};

struct HelperCall {
  std::size_t at = 0;
  const Helper* helper = nullptr;  // of static storage
  std::vector<TemplateExpression> arguments;
  std::vector<NamedArgument> named;
};

// White space to take away on this side of a tag: `~`.
struct StripFlags {
  bool left = false;
  bool right = false;
};

struct TextStatement {
  std::string text;
  std::string original;  // before white space was taken away; only while parsing
  bool left_stripped = false;
  bool right_stripped = false;
};

struct CommentStatement {
  StripFlags strip;
};

struct PrintStatement {
  TemplateExpression expression;
  StripFlags strip;
  bool raw = false;  // `{{{name}}}` or `{{&name}}`
};

struct PartialStatement {
  std::size_t at = 0;
  std::string name;
  std::optional<TemplateExpression> context;
  std::vector<NamedArgument> named;
  std::string indent;  // of the line it stands alone on
  StripFlags strip;
};

using TemplateStatement =
    std::variant<TextStatement, CommentStatement, PrintStatement, PartialStatement, std::unique_ptr<BlockStatement>>;
using TemplateBody = std::vector<TemplateStatement>;

struct BlockStatement {
  HelperCall call;
  std::vector<std::string> parameters;  // `as |item index|`
  TemplateBody main;
  TemplateBody inverse;
  bool has_main = true;  // false: `{{^name}}` without an `{{else}}`
  bool has_inverse = false;
  bool chained = false;  // `inverse` is one block: `{{else if …}}`
  StripFlags open_strip;
  StripFlags inverse_strip;
  StripFlags close_strip;
};

struct TemplateSyntax {
  TemplatePlaces places;
  TemplateBody body;
};

}  // namespace promptctl
