#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "registry/registry.hpp"

namespace promptctl {

// A prompt that is not judged as it was: its content, a suite that judges it, or that suite's cases differ.
struct ChangedPrompt {
  std::string id;
  std::string was;  // its id in the registry before; empty: nothing tells that it was there
};

struct PromptChanges {
  std::vector<ChangedPrompt> changed;  // sorted
  std::vector<std::string> gone;       // that are there no more, under no other name either; sorted
};

// Tells what files of the registry were called, by what they are called now. Asked only where nothing else tells.
using FindRenamed = std::function<std::map<std::string, std::string>()>;

// Whether two states of promptctl.yaml have the same models asked at the same servers, for the same prices.
bool asks_alike(const Project& before, const Project& after);

// Every prompt of `after` counts as changed where the two registries do not ask alike. One that no suite judges is
// among them when its content changed: then nothing can speak for it, which is for the gate to say. A new prompt is a
// gone one under another name when a suite that judged that one judges it now, or else when its file was renamed.
PromptChanges changed_prompts(Registry& before, Registry& after, const FindRenamed& find_renamed);

}  // namespace promptctl
