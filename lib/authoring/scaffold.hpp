#pragma once

#include <string>
#include <vector>

#include "ports/files.hpp"

namespace promptctl {

// Writes a small registry that lints clean and evaluates offline at once: a prompt, a suite with cases, a cassette of
// recorded replies, promptctl.yaml; with a gate, environments and a file of allowed signers, in which nobody is yet.
// Returns the paths written, in order. Throws `Failure` (`already-exists`) and writes
// nothing when one of them is there.
std::vector<std::string> scaffold(Files& files, bool with_gate = false);

}  // namespace promptctl
