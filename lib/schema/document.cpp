#include "schema/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "schema/uri.hpp"
#include "schema/visit.hpp"

namespace promptctl {
namespace {

struct DraftName {
  std::string_view part_of_uri;
  Draft draft;
};

constexpr std::array draft_names{
    DraftName{"/draft/2020-12/", Draft::draft2020_12},
    DraftName{"/draft/2019-09/", Draft::draft2019_09},
    DraftName{"/draft-07/", Draft::draft7},
    DraftName{"/draft-06/", Draft::draft7},
};

Draft read_draft(const Value& root, Diagnostics& diagnostics) {
  const Value* written = root.find("$schema");
  if (written == nullptr) {
    return Draft::draft2020_12;
  }
  const auto* named = std::find_if(draft_names.begin(), draft_names.end(), [written](const DraftName& name) {
    return written->text.find(name.part_of_uri) != std::string::npos;
  });
  if (named == draft_names.end()) {
    diagnostics.error("bad-schema", written->where, fmt::format("`{}` is no draft that is known here", written->text),
                      "known drafts: 2020-12, 2019-09, 7 and 6");
    return Draft::draft2020_12;
  }
  return named->draft;
}

// Null when there is none that counts.
const Value* id_of(const Value& schema, Draft draft) {
  const Value* id = schema.find("$id");
  const bool hidden = draft == Draft::draft7 && schema.find("$ref") != nullptr;
  return id != nullptr && id->is_text() && !hidden ? id : nullptr;
}

void add_anchor(std::map<std::string, const Value*, std::less<>>& anchors, const Value* name, const Value& schema) {
  if (name != nullptr && name->is_text()) {
    anchors.emplace(name->text, &schema);
  }
}

}  // namespace

SchemaDocument::SchemaDocument(const Value& root, std::deque<Resource>& resources, Diagnostics& diagnostics)
    : resources_(resources), draft_(read_draft(root, diagnostics)) {
  Resource& whole = resources_.emplace_back();
  whole.root = &root;
  index(root, &whole, "");
}

const SchemaDocument::Place* SchemaDocument::place_of(const Value& value) const {
  const auto found = places_.find(&value);
  return found == places_.end() ? nullptr : &found->second;
}

void SchemaDocument::index(const Value& schema, Resource* resource, const std::string& pointer) {
  if (schema.is_map()) {
    resource = open_resource(schema, resource);
    index_anchors(schema, *resource);
  }
  const auto [place, added] = places_.try_emplace(&schema, Place{resource, pointer});
  if (added) {
    index_parts(schema, place->second);
  }
}

void SchemaDocument::index_parts(const Value& schema, const Place& place) {
  for (const Field& field : schema.fields) {
    if (const Keyword* keyword = find_keyword(field.name, draft_)) {
      std::string pointer = place.pointer;
      append_pointer(pointer, field.name);
      index_keyword(*keyword, field.value, {place.resource, pointer});
    }
  }
}

void SchemaDocument::index_keyword(const Keyword& keyword, const Value& value, const Place& place) {
  using enum Keyword::Holds;
  const auto part = [&place](std::string_view name) {
    std::string pointer = place.pointer;
    append_pointer(pointer, name);
    return pointer;
  };
  if (keyword.holds == schema || (keyword.holds == schema_or_list && !value.is_list())) {
    index(value, place.resource, place.pointer);
  }
  const bool in_list = keyword.holds == list || keyword.holds == schema_or_list;
  for (std::size_t at = 0; in_list && at < value.items.size(); ++at) {
    index(value.items[at], place.resource, part(std::to_string(at)));
  }
  for (std::size_t at = 0; keyword.holds == named && at < value.fields.size(); ++at) {
    index(value.fields[at].value, place.resource, part(value.fields[at].name));
  }
}

// The resource that `schema` begins with its `$id`, or the one it stands in.
Resource* SchemaDocument::open_resource(const Value& schema, Resource* outer) {
  const Value* id = id_of(schema, draft_);
  if (id == nullptr || without_fragment(id->text).empty()) {
    return outer;
  }
  const std::string uri = resolve_uri(outer->uri, without_fragment(id->text));
  if (outer->root == &schema) {
    outer->uri = uri;
    return outer;
  }
  Resource& opened = resources_.emplace_back();
  opened.uri = uri;
  opened.root = &schema;
  return &opened;
}

void SchemaDocument::index_anchors(const Value& schema, Resource& resource) {
  const Value* id = id_of(schema, draft_);
  if (draft_ == Draft::draft7) {
    if (id != nullptr && !fragment_of(id->text).empty()) {
      resource.anchors.emplace(fragment_of(id->text), &schema);
    }
    return;
  }
  add_anchor(resource.anchors, schema.find("$anchor"), schema);
  if (draft_ == Draft::draft2020_12) {
    add_anchor(resource.anchors, schema.find("$dynamicAnchor"), schema);
    add_anchor(resource.dynamic_anchors, schema.find("$dynamicAnchor"), schema);
  } else if (const Value* recursive = schema.find("$recursiveAnchor"); recursive != nullptr && recursive->is_true()) {
    resource.dynamic_anchors.emplace("", &schema);
  }
}

Resource* SchemaDocument::find_resource(std::string_view uri) {
  const auto found =
      std::find_if(resources_.begin(), resources_.end(), [uri](const Resource& one) { return one.uri == uri; });
  return found == resources_.end() ? nullptr : &*found;
}

const Value* SchemaDocument::resolve(const Resource& from, std::string_view reference) {
  const std::string uri = resolve_uri(from.uri, reference);
  Resource* resource = find_resource(without_fragment(uri));
  if (resource == nullptr) {
    return nullptr;
  }
  const std::string fragment = percent_decoded(fragment_of(uri));
  if (fragment.empty() || fragment.starts_with('/')) {
    return follow(resource, fragment);
  }
  const auto anchor = resource->anchors.find(fragment);
  return anchor == resource->anchors.end() ? nullptr : anchor->second;
}

const Value* SchemaDocument::follow(Resource* resource, std::string_view pointer) {
  const Value* at = resource->root;
  Place place = places_.at(at);
  const auto steps = split(pointer, '/');
  for (std::size_t step = 1; step < steps.size(); ++step) {
    at = pointer_step(*at, steps[step]);
    if (at == nullptr) {
      return nullptr;
    }
    place.pointer.append("/").append(steps[step]);
    const Place* known = place_of(*at);
    place = known == nullptr ? place : *known;
  }
  if (place_of(*at) == nullptr) {
    index(*at, place.resource, place.pointer);
  }
  return at;
}

}  // namespace promptctl
