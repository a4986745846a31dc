#pragma once

#include <map>
#include <set>
#include <string>

#include "eval/earlier_costs.hpp"
#include "eval/interruption.hpp"
#include "eval/prepared_suite.hpp"
#include "eval/progress.hpp"
#include "exchange/model_client.hpp"
#include "exchange/response_cache.hpp"
#include "ports/clock.hpp"
#include "price/target_price.hpp"
#include "run/run_record.hpp"
#include "run/run_store.hpp"

namespace promptctl {

// What an evaluation uses of the world.
struct EvaluationPorts {
  ModelClient* client = nullptr;      // null: offline, nothing is called
  ResponseCache* cassette = nullptr;  // asked first; null: none
  ResponseCache* cache = nullptr;     // asked then, and keeps fresh replies; null: none
  RunStore& store;
  const Clock& clock;
  Progress& progress;
  const Interruption& interruption;
  std::map<std::string, std::string> reply_places;    // by provider: the cache keeps replies apart by them
  EarlierCosts earlier;                               // of earlier parts of the same run
  RunStore::Verdicts answered;                        // by earlier parts of the same run: left out
  std::map<RunStore::Key, CaseResult> unjudged = {};  // replies that are there and have yet to be judged
  bool asks_judges_only = false;                      // no reply is asked for: what `unjudged` lacks has none
};

struct EvaluationEnd {
  bool interrupted = false;
  ProgressState state;
};

// Runs a prepared suite: renders each chosen case, takes its reply from where it can be had (the case itself, a replay,
// the model), scores it and records it under `header.id`, whose run must have begun. Returns when all is recorded and
// flushed. After a first interruption nothing more is asked and what is in flight may end within ten seconds; after a
// second, at once.
EvaluationEnd evaluate(const Registry& registry, const TargetPrices& prices, const PreparedSuite& prepared,
                       const RunHeader& header, EvaluationPorts& ports);

}  // namespace promptctl
