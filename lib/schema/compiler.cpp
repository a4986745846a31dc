#include "schema/compiler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "schema/uri.hpp"
#include "schema/visit.hpp"

namespace promptctl {

SchemaCompiler::SchemaCompiler(CompiledSchema& compiled, Diagnostics& diagnostics)
    : compiled_(compiled), diagnostics_(diagnostics), document_(compiled.document, compiled.resources, diagnostics) {}

void SchemaCompiler::run() {
  node(compiled_.document);
  while (!waiting_.empty()) {
    const Waiting next = waiting_.front();
    waiting_.pop_front();
    compile_node(*next.schema, *next.node);
  }
}

void SchemaCompiler::fault(const Location& where, std::string message, std::string hint) {
  diagnostics_.error("bad-schema", where, std::move(message), std::move(hint));
}

const Node* SchemaCompiler::node(const Value& schema) {
  const auto [found, added] = nodes_.try_emplace(&schema, nullptr);
  if (added) {
    Node& made = compiled_.nodes.emplace_back();
    found->second = &made;
    waiting_.push_back({&schema, &made});
  }
  return found->second;
}

void SchemaCompiler::compile_node(const Value& schema, Node& node) {
  const SchemaDocument::Place* place = document_.place_of(schema);
  node.resource = place == nullptr ? &compiled_.resources.front() : place->resource;
  node.pointer = place == nullptr ? "" : place->pointer;
  if (schema.kind == Value::Kind::boolean) {
    node.impossible = !schema.is_true();
    return;
  }
  if (!schema.is_map()) {
    fault(schema.where, fmt::format("a schema must be a map or a boolean, not {}", kind_name(schema.kind)));
    return;
  }
  const bool only_reference = draft() == Draft::draft7 && schema.find("$ref") != nullptr;
  std::vector<BoundRule> last;
  for (const Field& field : schema.fields) {
    if (!only_reference || field.name == "$ref") {
      compile_keyword({schema, field, *node.resource, *this}, node, last);
    }
  }
  std::move(last.begin(), last.end(), std::back_inserter(node.rules));
}

void SchemaCompiler::compile_keyword(const Site& site, Node& node, std::vector<BoundRule>& last) {
  const Keyword* keyword = find_keyword(site.keyword.name, draft());
  if (keyword == nullptr) {
    if (std::string hint = nearest_keyword(site.keyword.name, draft()); !hint.empty()) {
      diagnostics_.warning("unknown-keyword", site.keyword.where,
                           fmt::format("`{}` is no keyword of this draft and asks nothing", site.keyword.name),
                           std::move(hint));
    }
    return;
  }
  Rule rule = keyword->compile == nullptr ? Rule() : keyword->compile(site);
  if (rule) {
    std::string pointer = node.pointer;
    append_pointer(pointer, keyword->name);
    (keyword->last ? last : node.rules).push_back({std::move(pointer), std::move(rule)});
  }
}

const Value* SchemaCompiler::referred(const Site& site) {
  const Value& reference = site.keyword.value;
  if (!reference.is_text()) {
    fault(reference.where, fmt::format("`{}` must be text, not {}", site.keyword.name, kind_name(reference.kind)));
    return nullptr;
  }
  const Value* target = document_.resolve(site.resource, reference.text);
  if (target == nullptr) {
    const std::string uri(without_fragment(resolve_uri(site.resource.uri, reference.text)));
    const bool inside = document_.find_resource(uri) != nullptr;
    fault(reference.where,
          inside ? fmt::format("`{}` leads nowhere in this schema", reference.text)
                 : fmt::format("`{}` leads to another document", reference.text),
          inside ? "" : "nothing is fetched, metaschemas included: copy what it names into `$defs`");
  }
  return target;
}

void SchemaCompiler::need_dynamic(const std::string& anchor) {
  for (Resource& resource : compiled_.resources) {
    const auto found = resource.dynamic_anchors.find(anchor);
    if (found != resource.dynamic_anchors.end()) {
      resource.dynamic_nodes.emplace(anchor, node(*found->second));
    }
  }
}

}  // namespace promptctl
