#pragma once

#include "run/run_sample.hpp"

namespace promptctl::testing {

// A run of three cases and one in quarantine, two repeats each, with something in every field.
RunSample sample_run();

// The same with `count` cases of three calls each.
RunSample large_sample_run(std::size_t count);

// The counts and the verdict of a sample's summary; no figure but the pass rate.
RunSummary summary_of(const RunSample& sample);

// A whole statement of `sample_run` on other content.
std::string statement_text(const std::string& bundle_digest);

}  // namespace promptctl::testing
