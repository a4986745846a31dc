#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "document/value.hpp"
#include "prompt/bundle.hpp"
#include "prompt/prompt.hpp"

namespace promptctl {

BundleManifest manifest_of(const BundleText& text);

// {"format": 1, "prompt": sha256, "partials": [{"name", "sha256"}]}, partials sorted by name.
Value manifest_value(const BundleManifest& manifest);
BundleManifest read_manifest(const Value& value, Diagnostics& diagnostics);

// A bundle's digest: SHA-256 of the canonical JSON of its manifest. The prompt's name and path are no part of it.
std::string bundle_digest(const BundleManifest& manifest);

// What a caller of the prompt sees of it: SHA-256 of its input and output schemas. Another value means that callers may
// have to change.
std::string interface_digest(const Prompt& prompt);

}  // namespace promptctl
