#pragma once

#include <string>
#include <vector>

#include "flow/registry.hpp"

namespace promptctl {

// A prompt that is not judged as it was: its content, a suite that judges it, or that suite's cases differ.
struct ChangedPrompt {
  std::string id;
  bool is_new = false;  // the registry before has no such prompt
};

// The prompts of `after` that changed, sorted. One that no suite judges is among them when its content changed: then
// nothing can speak for it, which is for the gate to say. Prompts that are gone are not.
std::vector<ChangedPrompt> changed_prompts(Registry& before, Registry& after);

}  // namespace promptctl
