#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "document/value.hpp"

namespace promptctl {

class Visit;
struct Node;

// What one keyword demands. False after it has told the visit why the instance fails.
using Rule = std::function<bool(const Value& instance, Visit& visit)>;

struct BoundRule {
  std::string pointer;  // of the keyword, in the schema's document
  Rule holds;
};

// A schema with an `$id` of its own, or the whole document, and what may be referred to in it by name.
struct Resource {
  std::string uri;  // absolute where an `$id` said so; no fragment
  const Value* root = nullptr;
  std::map<std::string, const Value*, std::less<>> anchors;
  std::map<std::string, const Value*, std::less<>> dynamic_anchors;
  std::map<std::string, const Node*, std::less<>> dynamic_nodes;  // compiled, of names that some `$dynamicRef` uses
};

// One compiled schema. `unevaluatedItems` and `unevaluatedProperties` come last among the rules.
struct Node {
  std::string pointer;  // of the schema, in its document
  const Resource* resource = nullptr;
  bool impossible = false;  // the schema `false`
  std::vector<BoundRule> rules;
};

}  // namespace promptctl
