#include "cli/output/bundle_value.hpp"

#include "prompt/bundle_manifest.hpp"

namespace promptctl::cli {

Value bundle_value(const RegisteredVersion& version, const BundleText& text) {
  Value partials = map_value();
  for (const auto& [name, partial] : text.partials) {
    partials.set(name, text_value(partial));
  }
  const long long number = version.name.version;
  Value map = map_value();
  map.set("prompt", text_value(version.name.prompt))
      .set("version", number == 0 ? Value() : integer_value(number))
      .set("digest", text_value(version.digest))
      .set("interface", text_value(version.interface_digest))
      .set("source", text_value(text.prompt))
      .set("partials", std::move(partials));
  return map;
}

Value bundle_value(const PromptBundle& bundle, const std::optional<long long>& version) {
  RegisteredVersion registered;
  registered.name = {bundle.prompt().id, version.value_or(0)};
  registered.digest = bundle.digest;
  registered.interface_digest = interface_digest(bundle.prompt());
  return bundle_value(registered, bundle.text);
}

}  // namespace promptctl::cli
