#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "schema/node.hpp"
#include "schema/schema.hpp"

namespace promptctl {

// The way from the instance's root to one of its parts, last step first.
struct InstancePath {
  const InstancePath* outer;
  const Value& whole;  // list or map
  std::size_t part;    // index of the item or the field
};

// A JSON Pointer; null is the root.
std::string pointer_text(const InstancePath* path);

// Appends "/" and `name`, escaped, to a JSON Pointer.
void append_pointer(std::string& pointer, std::string_view name);

// What the visits of one validation share.
struct Evaluation {
  bool tracks_evaluated = false;  // some schema asks what others left unevaluated
  std::vector<Violation> violations;
  std::optional<Violation> gave_up;
  std::size_t steps = 0;
  int quiet = 0;  // above 0, failures are only counted as such
};

// One instance, or part of one, before one schema. Rules ask it to visit further schemas and parts.
class Visit {
 public:
  Visit(Evaluation& evaluation, const Node& node, const Value& instance, const InstancePath* path, const Visit* outer);

  // Whether the instance is what the schema asks for; why not is in the evaluation.
  bool run();

  // Reports a failure of the keyword whose rule is running. False.
  bool fail(std::string message);

  // As `fail`, of the keyword as applied to one part: with that part's pointer.
  bool fail_part(std::size_t part, std::string message);

  // Ends the whole validation: nobody knows whether the instance is valid. False.
  bool give_up(std::string message);

  // The same instance against another schema. Parts that `node` evaluates count as evaluated here when it holds.
  // `test` reports nothing.
  bool apply(const Node& node);
  bool test(const Node& node);

  // One part (index of item or field) against another schema. Counts the part as evaluated.
  bool apply_to_part(const Node& node, std::size_t part);
  bool test_part(const Node& node, std::size_t part);

  // The name of the field at `part` against another schema.
  bool apply_to_name(const Node& node, std::size_t part);

  void mark_evaluated(std::size_t part);
  bool is_evaluated(std::size_t part) const { return part < evaluated_.size() && evaluated_[part]; }

  // The outermost schema of the current chain whose resource has this dynamic anchor; null when none has.
  const Node* find_dynamic(std::string_view anchor) const;

 private:
  bool may_go_on();
  bool visit(const Node& node, const Value& instance, const InstancePath* path);

  Evaluation& evaluation_;
  const Node& node_;
  const Value& instance_;
  const InstancePath* path_;
  const Visit* outer_;
  int depth_;
  const BoundRule* rule_ = nullptr;
  std::vector<bool> evaluated_;
};

// Whether `holds` is true of every part from `first` to before `end`. Asks of each, so that every failure is reported.
template <typename Holds>
bool all_parts(std::size_t first, std::size_t end, Holds&& holds) {
  bool valid = true;
  for (std::size_t part = first; part < end; ++part) {
    valid = holds(part) && valid;
  }
  return valid;
}

}  // namespace promptctl
