#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "template/scope.hpp"

namespace promptctl {
namespace {

constexpr std::size_t most_names_shown = 8;
constexpr std::size_t longest_name_compared = 64;

std::vector<std::string_view> names_in(const Value* holder) {
  std::vector<std::string_view> names;
  if (holder != nullptr) {
    for (const Field& field : holder->fields) {
      names.push_back(field.name);
    }
  }
  return names;
}

std::string suggestion(std::string_view name, const Value* holder) {
  return name.size() > longest_name_compared ? std::string() : did_you_mean(name, names_in(holder));
}

// The names that were found: `customer.address`.
std::string found_part(const PathExpression& path, std::size_t found) {
  return fmt::format("{}{}", path.context ? "@" : "",
                     fmt::join(path.names.begin(), path.names.begin() + static_cast<std::ptrdiff_t>(found), "."));
}

// Inside a block: the name may be one of those around it.
std::string further_out(const std::string& name, const TemplateScope& scope) {
  std::string climb;
  for (const TemplateScope* at = scope.up; at != nullptr; at = at->up) {
    climb += "../";
    if (at->self != nullptr && at->self->find(name) != nullptr) {
      return fmt::format("did you mean `{}{}`?", climb, name);
    }
  }
  return {};
}

PathComplaint first_name_missing(const PathExpression& path, const PathResolution& resolution,
                                 const TemplateScope& scope) {
  const std::string& name = path.names.front();
  std::string outer = path.up == 0 ? further_out(name, scope) : std::string();
  std::string near = outer.empty() ? suggestion(name, resolution.holder.value) : std::move(outer);
  if (scope.up == nullptr && path.up == 0) {
    return {fmt::format("there is no variable `{}`", name),
            near.empty() ? fmt::format("give it a value or a default, or declare it optional: `{}?`", name) : near};
  }
  return {fmt::format("there is no `{}` here", path.written), near};
}

PathComplaint later_name_missing(const PathExpression& path, const PathResolution& resolution) {
  const Value& holder = *resolution.holder.value;
  const std::string& name = path.names[resolution.found];
  const std::string before = found_part(path, resolution.found);
  if (holder.is_map()) {
    std::vector<std::string_view> known = names_in(&holder);
    const std::string near = suggestion(name, &holder);
    const bool listed = near.empty() && !known.empty() && known.size() <= most_names_shown;
    return {fmt::format("`{}` has no `{}`", before, name),
            listed ? fmt::format("it has: {}", fmt::join(known, ", ")) : near};
  }
  return {fmt::format("`{}` is {} and has no `{}`", before, kind_name(holder.kind), name),
          holder.is_list() ? fmt::format("{{{{#each {}}}}} goes through its items", before) : ""};
}

}  // namespace

PathComplaint complain_of(const PathExpression& path, const PathResolution& resolution, const TemplateScope& scope) {
  if (path.context && resolution.found == 0) {
    return {fmt::format("there is no `@{}`", fmt::join(path.names, ".")),
            suggestion(path.names.front(), resolution.holder.value)};
  }
  if (resolution.found > 0 && resolution.holder.value != nullptr) {
    return later_name_missing(path, resolution);
  }
  if (path.names.empty() || resolution.holder.value == nullptr) {
    return {fmt::format("`{}` leads nowhere", path.written),
            path.up > 0 ? "there are not so many scopes around this one" : ""};
  }
  return first_name_missing(path, resolution, scope);
}

}  // namespace promptctl
