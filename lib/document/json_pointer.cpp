#include "document/json_pointer.hpp"

#include <string>

#include "base/text.hpp"

namespace promptctl {
namespace {

const Value* child(const Value& node, std::string_view raw) {
  const std::string name = replace_all(replace_all(raw, "~1", "/"), "~0", "~");
  const auto index = parse_integer(name);
  if (node.is_list()) {
    const bool is_there = index && *index >= 0 && static_cast<std::size_t>(*index) < node.items.size();
    return is_there ? &node.items[static_cast<std::size_t>(*index)] : nullptr;
  }
  return node.find(name);
}

struct Walk {
  const Value* node;
  bool is_whole;  // the pointer was followed to its end
};

Walk follow(const Value& value, std::string_view pointer) {
  Walk walk{&value, true};
  if (pointer.empty()) {
    return walk;
  }
  for (const std::string_view raw : split(pointer.substr(1), '/')) {
    const Value* next = child(*walk.node, raw);
    if (next == nullptr) {
      return {walk.node, false};
    }
    walk.node = next;
  }
  return walk;
}

}  // namespace

bool is_json_pointer(std::string_view text) {
  return text.empty() || text.starts_with('/');
}

const Value* node_at(const Value& value, std::string_view pointer) {
  const Walk walk = follow(value, pointer);
  return walk.is_whole ? walk.node : nullptr;
}

const Value& nearest_node(const Value& value, std::string_view pointer) {
  return *follow(value, pointer).node;
}

}  // namespace promptctl
