#pragma once

#include <string>
#include <vector>

#include "dataset/golden_case.hpp"
#include "ports/files.hpp"

namespace promptctl {

// What is to be said of cases that are added to a dataset.
struct CaseAddition {
  std::vector<std::string> tags;    // besides their own
  std::string source;               // where they come from; becomes the description of those that have none
  std::vector<std::string> redact;  // texts that must not get into the dataset: each is replaced by "[redacted]"
};

// A case as one line of a JSONL dataset, with its line break.
std::string case_line(const Case& golden);

// Appends cases to the JSONL dataset `path`, whole or not at all, and returns their ids. A case without an id gets that
// of its variables. Throws `Failure`: `unknown-dataset` for a dataset that is no JSONL, `duplicate-case` for an id that
// is taken.
std::vector<std::string> add_cases(Files& files, const std::string& path, std::vector<Case> cases,
                                   const CaseAddition& addition);

}  // namespace promptctl
