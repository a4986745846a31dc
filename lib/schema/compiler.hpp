#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "schema/document.hpp"
#include "schema/node.hpp"

namespace promptctl {

// What a schema becomes. Nodes and resources refer to each other and to `document`: it stays where it is made.
struct CompiledSchema {
  Value document;
  std::deque<Resource> resources;
  std::deque<Node> nodes;  // the first is the whole schema
  bool tracks_evaluated = false;
};

class SchemaCompiler;

// A keyword where it stands.
struct Site {
  const Value& schema;  // the map around it
  const Field& keyword;
  const Resource& resource;
  SchemaCompiler& compiler;
};

// Turns the schemas of a document into nodes.
class SchemaCompiler {
 public:
  // Both must outlive the compiler. `compiled.document` is what to compile.
  SchemaCompiler(CompiledSchema& compiled, Diagnostics& diagnostics);

  void run();

  Draft draft() const { return document_.draft(); }

  // The node that `schema` becomes, by and by; it may refer to itself.
  const Node* node(const Value& schema);

  // Where a reference leads; null, and a fault, when it leads nowhere.
  const Value* referred(const Site& site);

  // Compiles all schemas with this dynamic anchor, so that visits can find them.
  void need_dynamic(const std::string& anchor);

  void track_evaluated() { compiled_.tracks_evaluated = true; }
  void fault(const Location& where, std::string message, std::string hint = {});
  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  struct Waiting {
    const Value* schema;
    Node* node;
  };

  void compile_node(const Value& schema, Node& node);
  void compile_keyword(const Site& site, Node& node, std::vector<BoundRule>& last);

  CompiledSchema& compiled_;
  Diagnostics& diagnostics_;
  SchemaDocument document_;
  std::map<const Value*, const Node*> nodes_;
  std::deque<Waiting> waiting_;
};

}  // namespace promptctl
