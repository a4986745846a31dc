#include "schema/visit.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr int deepest = 1000;
constexpr std::size_t most_steps = 10'000'000;
constexpr std::size_t most_violations = 100;

const Value& part_of(const Value& whole, std::size_t part) {
  return whole.is_map() ? whole.fields[part].value : whole.items[part];
}

}  // namespace

void append_pointer(std::string& pointer, std::string_view name) {
  pointer += '/';
  pointer += replace_all(replace_all(name, "~", "~0"), "/", "~1");
}

std::string pointer_text(const InstancePath* path) {
  if (path == nullptr) {
    return {};
  }
  std::string pointer = pointer_text(path->outer);
  append_pointer(pointer, path->whole.is_map() ? path->whole.fields[path->part].name : std::to_string(path->part));
  return pointer;
}

Visit::Visit(Evaluation& evaluation, const Node& node, const Value& instance, const InstancePath* path,
             const Visit* outer)
    : evaluation_(evaluation),
      node_(node),
      instance_(instance),
      path_(path),
      outer_(outer),
      depth_(outer == nullptr ? 0 : outer->depth_ + 1) {}

bool Visit::run() {
  if (!may_go_on()) {
    return false;
  }
  if (node_.impossible) {
    return fail("nothing is allowed here");
  }
  bool valid = true;
  for (const BoundRule& rule : node_.rules) {
    rule_ = &rule;
    valid = rule.holds(instance_, *this) && valid;
    if (evaluation_.gave_up || (!valid && evaluation_.quiet > 0)) {
      return false;
    }
  }
  return valid;
}

bool Visit::may_go_on() {
  if (++evaluation_.steps > most_steps) {
    return give_up("checking it against the schema takes too much work");
  }
  if (depth_ > deepest) {
    return give_up("it is nested too deeply to be checked");
  }
  for (const Visit* outer = outer_; outer != nullptr && &outer->instance_ == &instance_; outer = outer->outer_) {
    if (&outer->node_ == &node_) {
      return give_up("the schema refers to itself without end");
    }
  }
  return true;
}

bool Visit::fail(std::string message) {
  if (evaluation_.quiet == 0 && evaluation_.violations.size() < most_violations) {
    evaluation_.violations.push_back(
        {pointer_text(path_), rule_ == nullptr ? node_.pointer : rule_->pointer, std::move(message)});
  }
  return false;
}

bool Visit::fail_part(std::size_t part, std::string message) {
  const InstancePath path{path_, instance_, part};
  const InstancePath* whole = std::exchange(path_, &path);
  fail(std::move(message));
  path_ = whole;
  return false;
}

bool Visit::give_up(std::string message) {
  if (!evaluation_.gave_up) {
    evaluation_.gave_up =
        Violation{pointer_text(path_), rule_ == nullptr ? node_.pointer : rule_->pointer, std::move(message), true};
  }
  return false;
}

bool Visit::visit(const Node& node, const Value& instance, const InstancePath* path) {
  if (evaluation_.gave_up) {
    return false;
  }
  Visit inner(evaluation_, node, instance, path, this);
  const bool valid = inner.run();
  for (std::size_t part = 0; valid && &instance == &instance_ && part < inner.evaluated_.size(); ++part) {
    if (inner.evaluated_[part]) {
      mark_evaluated(part);
    }
  }
  return valid;
}

bool Visit::apply(const Node& node) {
  return visit(node, instance_, path_);
}

bool Visit::test(const Node& node) {
  ++evaluation_.quiet;
  const bool valid = apply(node);
  --evaluation_.quiet;
  return valid;
}

bool Visit::apply_to_part(const Node& node, std::size_t part) {
  mark_evaluated(part);
  const InstancePath path{path_, instance_, part};
  return visit(node, part_of(instance_, part), &path);
}

bool Visit::test_part(const Node& node, std::size_t part) {
  const InstancePath path{path_, instance_, part};
  ++evaluation_.quiet;
  const bool valid = visit(node, part_of(instance_, part), &path);
  --evaluation_.quiet;
  return valid;
}

bool Visit::apply_to_name(const Node& node, std::size_t part) {
  const InstancePath path{path_, instance_, part};
  const Value name = text_value(instance_.fields[part].name);
  return visit(node, name, &path);
}

void Visit::mark_evaluated(std::size_t part) {
  if (evaluation_.tracks_evaluated) {
    evaluated_.resize(std::max(evaluated_.size(), part + 1));
    evaluated_[part] = true;
  }
}

const Node* Visit::find_dynamic(std::string_view anchor) const {
  const Node* outermost = nullptr;
  for (const Visit* visit = this; visit != nullptr; visit = visit->outer_) {
    const auto found = visit->node_.resource->dynamic_nodes.find(anchor);
    outermost = found == visit->node_.resource->dynamic_nodes.end() ? outermost : found->second;
  }
  return outermost;
}

}  // namespace promptctl
