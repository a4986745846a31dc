#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "registry/registry.hpp"
#include "release/gating.hpp"
#include "run/run_store.hpp"

namespace promptctl {

// The state that a change started from, and the content that it brings.
struct BaseQuestion {
  Registry& base;
  const Project& project;                // the base's
  std::string prompt;                    // as the base calls it
  PromptBundle candidate;                // what the change brings
  std::optional<Target> default_target;  // of the candidate, where its prompt names no model
  std::chrono::system_clock::time_point now;
  RunStore& store;  // has the runs that the decision rests on
};

// A change that brings a prompt and loosens its suite would be judged by a suite of its own making. Where a suite of
// the base was changed or is gone, the replies of both contents are judged by it as well, as far as it asks just what
// was asked: nothing is called. What it says is a further rule of its decision, and what was accepted is inconclusive
// unless the base's suite accepts it too.
void hold_to_base(const BaseQuestion& question, const GatePolicy& policy, Gating& gating);

}  // namespace promptctl
