#pragma once

#include <optional>
#include <string>

#include "cli/output/approval_output.hpp"
#include "cli/output/result_output.hpp"
#include "ledger/ledger_writer.hpp"
#include "release/promotion.hpp"

namespace promptctl::cli {

// What a command came to that moves an environment.
struct Movement {
  std::string environment;
  std::optional<RecordedEvent> recorded;
  Standstill standstill;
  std::vector<GateReport> gates = {};   // of those the environment's gate was asked about
  std::optional<Pending> pending = {};  // the request that it made, found or answered, or was to answer
};

// What a decision came to, if it was the last of several attempts; `gatings` are what the gate said in it.
Movement movement_of(const std::string& environment, const std::optional<RecordedEvent>& recorded,
                     const Standstill& standstill, const std::vector<Gating>& gatings = {});

// Says it; accepted when the environment is now as was asked for, inconclusive when nothing but a lack of evidence
// or of approvals speaks against it. Who answers a request has done what he was asked to, whatever it still lacks.
ExitCode report_movement(const Movement& movement, const ResultOptions& options, Session& session);

}  // namespace promptctl::cli
