#include "prompt/bundle_manifest.hpp"

#include "base/digest.hpp"
#include "document/field_reader.hpp"
#include "document/json.hpp"

namespace promptctl {

BundleManifest manifest_of(const BundleText& text) {
  BundleManifest manifest{sha256(text.prompt), {}};
  for (const auto& [name, partial] : text.partials) {
    manifest.partials.emplace(name, sha256(partial));
  }
  return manifest;
}

Value manifest_value(const BundleManifest& manifest) {
  Value partials = list_value({});
  for (const auto& [name, digest] : manifest.partials) {
    partials.items.push_back(map_value().set("name", text_value(name)).set("sha256", text_value(digest)));
  }
  Value value = map_value();
  value.set("format", integer_value(1)).set("prompt", text_value(manifest.prompt)).set("partials", std::move(partials));
  return value;
}

BundleManifest read_manifest(const Value& value, Diagnostics& diagnostics) {
  FieldReader fields(value, diagnostics);
  fields.optional_integer("format", 1, 1);
  BundleManifest manifest{fields.required_text("prompt"), {}};
  if (const Value* partials = fields.optional_list("partials")) {
    for (const Value& item : partials->items) {
      FieldReader partial(item, diagnostics);
      const std::string name = partial.required_text("name");
      manifest.partials.emplace(name, partial.required_text("sha256"));
      partial.finish();
    }
  }
  fields.finish();
  return manifest;
}

std::string bundle_digest(const BundleManifest& manifest) {
  return sha256(canonical_json(manifest_value(manifest)));
}

std::string interface_digest(const Prompt& prompt) {
  Value output = map_value();
  output.set("json", boolean_value(prompt.json_output)).set("schema", prompt.output_schema);
  Value value = map_value();
  value.set("input", prompt.input_schema).set("output", std::move(output));
  return sha256(canonical_json(value));
}

}  // namespace promptctl
