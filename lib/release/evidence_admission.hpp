#pragma once

#include <string>
#include <vector>

#include "evidence/evidence.hpp"
#include "release/registration.hpp"

namespace promptctl {

// A statement, and the file in which it was given.
struct GivenEvidence {
  EvidenceStatement statement;
  std::string file;
};

// Reports what can't be recorded with these prompts: evidence of other content (`evidence-mismatch`), of a run whose
// files were not as committed, or of one for a pull request from a fork (`evidence-refused`).
void check_admission(const std::vector<GivenEvidence>& given, const std::vector<Registrant>& registrants,
                     Diagnostics& diagnostics);

}  // namespace promptctl
