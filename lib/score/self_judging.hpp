#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "dataset/golden_case.hpp"
#include "score/filling.hpp"

namespace promptctl {

// Of assertions as they are written, sets looked into, those that name the reply (`output`) in their own settings.
std::vector<TemplatedValue> self_judging(const std::vector<Value>& written);

// Reports each of them that passes whatever the reply is (`says-nothing`), as `equals: "{{output}}"` does: tried on
// replies that have nothing in common. Those that can't be read with one of these are judged by the others.
void check_self_judging(const std::vector<TemplatedValue>& assertions, const Case& golden, Diagnostics& diagnostics);

}  // namespace promptctl
