#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "schema/keyword.hpp"
#include "schema/node.hpp"

namespace promptctl {

// A schema document: which of its values are schemas, and what they may be called.
class SchemaDocument {
 public:
  // Where a schema stands.
  struct Place {
    Resource* resource;
    std::string pointer;  // from the document's root
  };

  // `root` and `resources`, which this fills, must outlive the document. Faults (`bad-schema`) go to `diagnostics`.
  SchemaDocument(const Value& root, std::deque<Resource>& resources, Diagnostics& diagnostics);

  Draft draft() const { return draft_; }

  // Null when `value` is in no place where a schema can be.
  const Place* place_of(const Value& value) const;

  // The value that `reference` leads to from inside `from`; null when it leads nowhere in this document. From then on
  // that value has a place.
  const Value* resolve(const Resource& from, std::string_view reference);

  // The resource that `uri` names; null when this document has none.
  Resource* find_resource(std::string_view uri);

 private:
  void index(const Value& schema, Resource* resource, const std::string& pointer);
  void index_parts(const Value& schema, const Place& place);
  void index_keyword(const Keyword& keyword, const Value& value, const Place& place);
  Resource* open_resource(const Value& schema, Resource* outer);
  void index_anchors(const Value& schema, Resource& resource);
  const Value* follow(Resource* resource, std::string_view pointer);

  std::deque<Resource>& resources_;
  Draft draft_;
  std::map<const Value*, Place> places_;
};

}  // namespace promptctl
