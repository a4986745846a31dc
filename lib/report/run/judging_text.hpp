#pragma once

#include <string>

#include "run/run_record.hpp"

namespace promptctl {

// "rubric: 197 verdicts, 3 in doubt (2 malformed, 1 provider); …". Empty where nobody judged.
std::string judges_text(const JudgingSummary& judging);

// "412 calls (3 replayed), 60,100 in, 8,120 out": what judging took, less its cost.
std::string judging_effort_text(const JudgingSummary& judging);

}  // namespace promptctl
