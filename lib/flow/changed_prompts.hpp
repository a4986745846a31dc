#pragma once

#include <map>
#include <string>
#include <vector>

#include "flow/registry.hpp"

namespace promptctl {

// A prompt that is not judged as it was: its content, a suite that judges it, or that suite's cases differ.
struct ChangedPrompt {
  std::string id;
  std::string was;  // its id in the registry before; empty: nothing tells that it was there
};

// What a file of the registry was called before, by what it is called now.
using RenamedFiles = std::map<std::string, std::string>;

// Whether two states of promptctl.yaml have the same models asked at the same servers, for the same prices.
bool asks_alike(const Project& before, const Project& after);

// The prompts of `after` that changed, sorted; all of them where the two registries do not ask alike. One that no suite
// judges is among them when its content changed: then nothing can speak for it, which is for the gate to say. A new
// prompt is a gone one under another name when a suite that judged that one judges it now, or else when `renamed` says
// so.
std::vector<ChangedPrompt> changed_prompts(Registry& before, Registry& after, const RenamedFiles& renamed);

// The prompts of `before` that `after` does not have, under their own name or another, sorted.
std::vector<std::string> gone_prompts(const Registry& before, const Registry& after,
                                      const std::vector<ChangedPrompt>& changed);

}  // namespace promptctl
