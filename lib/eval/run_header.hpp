#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "eval/prepared_suite.hpp"
#include "ports/clock.hpp"
#include "ports/repository.hpp"
#include "run/run_record.hpp"
#include "run/run_store.hpp"

namespace promptctl {

// What a new run's header is made from, besides the suite.
struct RunOrigin {
  std::string tool;  // promptctl's version
  bool offline = false;
  std::optional<SourceState> source;
  std::chrono::system_clock::time_point now;
  std::uint64_t seed = 0;  // tells two runs of one second apart
  Provenance provenance = {};
  std::string cassette_digest = {};  // of an offline run: part of what decides its replies
};

// Who judges the replies to the suite's cases.
JudgeUses judges_used(const PreparedSuite& prepared);

// The header of a new run. An offline run is a function of its inputs, and its id is taken from them: run again, it
// replaces itself. Every other run's id is its time and eight random digits.
RunHeader make_header(const PreparedSuite& prepared, const SelectionOptions& selection, const RunOrigin& origin);

}  // namespace promptctl
