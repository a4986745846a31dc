#include "template/scope.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace promptctl {
namespace {

Operand loop_index(const TemplateLoop& loop) {
  return Operand::own(integer_value(static_cast<long long>(loop.index)));
}

Operand loop_key(const TemplateLoop& loop) {
  return loop.key == nullptr ? loop_index(loop) : Operand::own(text_value(*loop.key));
}

Operand loop_first(const TemplateLoop& loop) {
  return Operand::own(boolean_value(loop.index == 0));
}

Operand loop_last(const TemplateLoop& loop) {
  return Operand::own(boolean_value(loop.last));
}

struct LoopName {
  std::string_view name;
  Operand (*read)(const TemplateLoop& loop);
};

constexpr std::array<LoopName, 4> loop_names{
    {{"index", loop_index}, {"key", loop_key}, {"first", loop_first}, {"last", loop_last}}};

const LoopName* find_loop_name(std::string_view name) {
  const auto* found =
      std::find_if(loop_names.begin(), loop_names.end(), [name](const LoopName& known) { return known.name == name; });
  return found == loop_names.end() ? nullptr : found;
}

Operand length_of(const Value& holder) {
  const bool is_text = holder.is_text();
  const auto wide = is_text ? std::count_if(holder.text.begin(), holder.text.end(),
                                            [](char c) { return static_cast<unsigned char>(c) >= 0xF0; })
                            : 0;
  const std::size_t length = is_text ? count_code_points(holder.text) : holder.items.size();
  return Operand::own(integer_value(static_cast<long long>(length) + wide));
}

// `@name`: first what a loop gives, then what the caller gives.
PathResolution context_start(const PathExpression& path, const TemplateScope& scope, const TemplateRoots& roots) {
  const std::string& name = path.names.front();
  if (name == "root") {
    return {{roots.variables}, 1, {}};
  }
  const TemplateLoop* loop = scope.loop;
  for (std::size_t up = path.up; up > 0 && loop != nullptr; --up) {
    loop = loop->outer;
  }
  const LoopName* known = find_loop_name(name);
  if (known != nullptr && loop != nullptr) {
    return {known->read(*loop), 1, {}};
  }
  const Value* given = roots.context == nullptr ? nullptr : roots.context->find(name);
  return {{given}, given == nullptr ? 0U : 1U, {roots.context}};
}

// A parameter of a block around; nothing where the path starts from none.
std::optional<Operand> parameter(const PathExpression& path, const TemplateScope& scope) {
  if (path.explicit_scope || path.names.empty()) {
    return std::nullopt;
  }
  for (const TemplateScope* at = &scope; at != nullptr; at = at->outer) {
    const auto found = std::find(at->names.begin(), at->names.end(), path.names.front());
    if (found != at->names.end()) {
      return at->parameters.at(static_cast<std::size_t>(found - at->names.begin()));
    }
  }
  return std::nullopt;
}

PathResolution start_of(const PathExpression& path, const TemplateScope& scope, const TemplateRoots& roots) {
  if (path.context && !path.names.empty()) {
    return context_start(path, scope, roots);
  }
  if (auto given = parameter(path, scope)) {
    return {std::move(*given), 1, {}};
  }
  const TemplateScope* at = &scope;
  for (std::size_t up = path.up; up > 0 && at != nullptr; --up) {
    at = at->up;
  }
  return {{at == nullptr ? nullptr : at->self}, 0, {}};
}

}  // namespace

bool is_loop_name(std::string_view name) {
  return find_loop_name(name) != nullptr;
}

Operand member_of(const Value& holder, std::string_view name) {
  if (holder.is_map()) {
    return {holder.find(name)};
  }
  if (name == "length" && (holder.is_list() || holder.is_text())) {
    return length_of(holder);
  }
  const auto index = holder.is_list() ? parse_integer(name) : std::nullopt;
  const bool inside = index && *index >= 0 && static_cast<std::size_t>(*index) < holder.items.size();
  return {inside ? &holder.items[static_cast<std::size_t>(*index)] : nullptr};
}

PathResolution resolve_path(const PathExpression& path, const TemplateScope& scope, const TemplateRoots& roots) {
  PathResolution resolution = start_of(path, scope, roots);
  while (resolution.operand.value != nullptr && resolution.found < path.names.size()) {
    resolution.holder = std::move(resolution.operand);
    resolution.operand = member_of(*resolution.holder.value, path.names[resolution.found]);
    resolution.found += resolution.operand.value == nullptr ? 0 : 1;
  }
  return resolution;
}

}  // namespace promptctl
