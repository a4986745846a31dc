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

// Whether two states of promptctl.yaml have the same models asked at the same servers, for the same prices.
bool asks_alike(const Project& before, const Project& after);

// The prompts of `after` that changed, sorted; all of them where the two registries do not ask alike. One that no suite
// judges is among them when its content changed: then nothing can speak for it, which is for the gate to say.
std::vector<ChangedPrompt> changed_prompts(Registry& before, Registry& after);

// The prompts of `before` that `after` does not have, sorted.
std::vector<std::string> removed_prompts(const Registry& before, const Registry& after);

}  // namespace promptctl
