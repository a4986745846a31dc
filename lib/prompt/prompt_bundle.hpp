#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prompt/bundle.hpp"
#include "prompt/renderer.hpp"

namespace promptctl {

// A prompt with all that belongs to its content.
struct PromptBundle {
  Renderer renderer;
  BundleText text;
  std::string digest;              // see `bundle_digest`
  std::vector<std::string> files;  // paths, in the registry that it was read from

  const Prompt& prompt() const { return renderer.prompt(); }
};

constexpr std::string_view prompt_root = "prompts/";
constexpr std::string_view prompt_extension = ".prompt";

// Where a partial of this name stands: `support/tone` is prompts/support/_tone.prompt.
std::string partial_path(const std::string& name);
std::string prompt_path(const std::string& id);

}  // namespace promptctl
