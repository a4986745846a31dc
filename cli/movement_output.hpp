#pragma once

#include <optional>
#include <string>

#include "cli/result_output.hpp"
#include "flow/ledger_writer.hpp"
#include "flow/promotion.hpp"

namespace promptctl::cli {

// What a command came to that moves an environment.
struct Movement {
  std::string environment;
  std::optional<RecordedEvent> recorded;
  Standstill standstill;
};

// Says it; accepted when the environment is now as was asked for.
ExitCode report_movement(const Movement& movement, const ResultOptions& options, Session& session);

}  // namespace promptctl::cli
