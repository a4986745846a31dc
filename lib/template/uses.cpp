#include "template/uses.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "template/helper.hpp"
#include "template/scope.hpp"

namespace promptctl {
namespace {

// What a name of a block stands for. No path: known only at run time, or (`counted`) the index or key of an item.
struct ParameterMeaning {
  std::string_view name;
  std::optional<std::string> path;
  bool counted = false;
};

// A scope as far as it is known without running: the path of `this` from the root.
struct StaticScope {
  std::optional<std::string> self;
  const StaticScope* up = nullptr;
  const StaticScope* outer = nullptr;
  std::vector<ParameterMeaning> parameters;
};

std::string extended(std::string path, const std::vector<std::string>& names, std::size_t from) {
  for (std::size_t index = from; index < names.size(); ++index) {
    path += (path.empty() ? "" : ".") + names[index];
  }
  return path;
}

const ParameterMeaning* find_parameter(const PathExpression& path, const StaticScope& scope) {
  if (path.explicit_scope || path.context || path.names.empty()) {
    return nullptr;
  }
  const auto is_first = [&path](const ParameterMeaning& known) { return known.name == path.names.front(); };
  for (const StaticScope* at = &scope; at != nullptr; at = at->outer) {
    const auto found = std::find_if(at->parameters.begin(), at->parameters.end(), is_first);
    if (found != at->parameters.end()) {
      return &*found;
    }
  }
  return nullptr;
}

// The path from the root; none where that is known only at run time.
std::optional<std::string> path_from_root(const PathExpression& path, const StaticScope& scope) {
  if (path.context) {
    const bool root = !path.names.empty() && path.names.front() == "root";
    return root ? extended("", path.names, 1) : "@" + extended("", path.names, 0);
  }
  if (const ParameterMeaning* parameter = find_parameter(path, scope)) {
    return parameter->path ? std::optional(extended(*parameter->path, path.names, 1)) : std::nullopt;
  }
  const StaticScope* at = &scope;
  for (std::size_t up = path.up; up > 0 && at != nullptr; --up) {
    at = at->up;
  }
  return at != nullptr && at->self ? std::optional(extended(*at->self, path.names, 0)) : std::nullopt;
}

// `@index` and its like, and the second name of an `each`.
bool is_no_variable(const PathExpression& path, const StaticScope& scope) {
  const ParameterMeaning* parameter = find_parameter(path, scope);
  return (parameter != nullptr && parameter->counted) ||
         (path.context && (path.names.empty() || is_loop_name(path.names.front())));
}

class UseFinder {
 public:
  explicit UseFinder(const TemplatePlaces& places) : places_(places) {}

  void body(const TemplateBody& statements, const StaticScope& scope) {
    for (const TemplateStatement& statement : statements) {
      std::visit([this, &scope](const auto& kind) { visit(kind, scope); }, statement);
    }
  }

  TemplateUses take() { return std::move(uses_); }

 private:
  void visit(const TextStatement&, const StaticScope&) {}
  void visit(const CommentStatement&, const StaticScope&) {}
  void visit(const PrintStatement& print, const StaticScope& scope) { expression(print.expression, scope, false); }

  void visit(const PartialStatement& partial, const StaticScope& scope) {
    PartialUse use{partial.name, places_.at(partial.at), {}, scope.self.has_value(), {}};
    use.context = scope.self.value_or("");
    if (partial.context) {
      const auto* path = std::get_if<PathExpression>(&*partial.context);
      const auto known = path == nullptr ? std::nullopt : path_from_root(*path, scope);
      use.resolved = known.has_value();
      use.context = known.value_or(path == nullptr ? "" : path->written);
      expression(*partial.context, scope, false);
    }
    for (const NamedArgument& argument : partial.named) {
      use.given.push_back(argument.name);
      expression(argument.value, scope, false);
    }
    uses_.partials.push_back(std::move(use));
  }

  void visit(const std::unique_ptr<BlockStatement>& block, const StaticScope& scope) {
    call(block->call, scope);
    if (block->call.helper->inner_scope == InnerScope::outer) {
      body(block->main, scope);
    } else {
      body(block->main, inner_scope(*block, scope));
    }
    body(block->inverse, scope);
  }

  static StaticScope inner_scope(const BlockStatement& block, const StaticScope& scope) {
    const InnerScope kind = block.call.helper->inner_scope;
    const auto* path = std::get_if<PathExpression>(&block.call.arguments.front());
    StaticScope inner;
    inner.up = inner.outer = &scope;
    if (path != nullptr && kind != InnerScope::unknown) {
      inner.self = path_from_root(*path, scope);
    }
    if (inner.self && kind == InnerScope::items) {
      *inner.self += "[]";
    }
    for (std::size_t index = 0; index < block.parameters.size(); ++index) {
      inner.parameters.push_back({block.parameters[index], index == 0 ? inner.self : std::nullopt, index > 0});
    }
    return inner;
  }

  void call(const HelperCall& called, const StaticScope& scope) {
    for (const TemplateExpression& argument : called.arguments) {
      expression(argument, scope, called.helper->tests);
    }
    for (const NamedArgument& argument : called.named) {
      expression(argument.value, scope, false);
    }
  }

  void expression(const TemplateExpression& written, const StaticScope& scope, bool tested) {
    if (const auto* nested = std::get_if<std::unique_ptr<HelperCall>>(&written)) {
      call(**nested, scope);
    } else if (const auto* path = std::get_if<PathExpression>(&written);
               path != nullptr && !is_no_variable(*path, scope)) {
      const auto known = path_from_root(*path, scope);
      VariableUse use{{}, known.value_or(path->written), places_.at(path->at), tested, known.has_value()};
      use.name = known ? known->substr(0, known->find_first_of(".[")) : path->names.empty() ? "" : path->names.front();
      uses_.variables.push_back(std::move(use));
    }
  }

  const TemplatePlaces& places_;
  TemplateUses uses_;
};

}  // namespace

std::set<std::string> find_certain_partials(const TemplateBody& body) {
  std::set<std::string> names;
  for (const TemplateStatement& statement : body) {
    if (const auto* partial = std::get_if<PartialStatement>(&statement)) {
      names.insert(partial->name);
    } else if (const auto* block = std::get_if<std::unique_ptr<BlockStatement>>(&statement)) {
      const std::set<std::string> main = find_certain_partials((*block)->main);
      const std::set<std::string> inverse = find_certain_partials((*block)->inverse);
      std::set_intersection(main.begin(), main.end(), inverse.begin(), inverse.end(),
                            std::inserter(names, names.end()));
    }
  }
  return names;
}

TemplateUses find_uses(const TemplateSyntax& syntax) {
  UseFinder finder(syntax.places);
  StaticScope root;
  root.self = "";
  finder.body(syntax.body, root);
  return finder.take();
}

}  // namespace promptctl
