#include "cli/bundle_value.hpp"

#include "codec/bundle_manifest.hpp"

namespace promptctl::cli {

Value bundle_value(const PromptBundle& bundle, const std::optional<long long>& version) {
  Value partials = map_value();
  for (const auto& [name, text] : bundle.text.partials) {
    partials.set(name, text_value(text));
  }
  Value map = map_value();
  map.set("prompt", text_value(bundle.prompt().id))
      .set("version", version ? integer_value(*version) : Value())
      .set("digest", text_value(bundle.digest))
      .set("interface", text_value(interface_digest(bundle.prompt())))
      .set("source", text_value(bundle.text.prompt))
      .set("partials", std::move(partials));
  return map;
}

}  // namespace promptctl::cli
