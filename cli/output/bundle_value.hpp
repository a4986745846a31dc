#pragma once

#include "ledger/ledger_event.hpp"
#include "prompt/prompt_bundle.hpp"

namespace promptctl::cli {

// A prompt's content as one JSON value, for programs: docs/releasing.md has the fields. What has no number yet has the
// version null.
Value bundle_value(const RegisteredVersion& version, const BundleText& text);
Value bundle_value(const PromptBundle& bundle, const std::optional<long long>& version);

}  // namespace promptctl::cli
