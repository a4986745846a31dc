#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "run/run_record.hpp"

namespace promptctl {

// Where runs are kept. A run is a header and the results recorded so far: one that was interrupted is a run like any
// other, only with fewer results than planned.
class RunStore {
 public:
  // One result's place in its run: case, target, repeat.
  using Key = std::tuple<std::string, std::string, int>;
  using Verdicts = std::map<Key, std::optional<bool>>;

  virtual ~RunStore() = default;

  // Opens a run for results. One with the same id is the same run anew: it keeps each result until that is recorded
  // again. The run is this store's until another is opened: throws `Failure` (`run-in-progress`) when it is another's.
  virtual void begin(const RunHeader& header) = 0;

  // Opens a run that was begun, to go on with it; it is this store's as with `begin`.
  virtual void reopen(const std::string& run) = 0;

  // Keeps one result; one with the same key is replaced. Durable at `flush`, or at a `flush_if_due` half a second
  // later.
  virtual void record(const std::string& run, const CaseResult& result) = 0;

  virtual void flush() = 0;
  virtual void flush_if_due() = 0;

  // Newest first.
  virtual std::vector<RunHeader> list() = 0;

  // By id, by unique start of an id, or "latest". None when there is no such run; throws `Failure` when a start fits
  // several.
  virtual std::optional<RunHeader> find(const std::string& id) = 0;

  // Each result in the order of dataset, target, repeat. Not the whole run is in memory at once.
  virtual void each_result(const std::string& run, const std::function<void(const CaseResult&)>& visit) = 0;

  // The results without an error, and whether each passed; none: an assertion could not tell.
  virtual Verdicts answered(const std::string& run) = 0;

  // False when there is no such run. Throws `Failure` (`run-in-progress`) when it is another store's.
  virtual bool remove(const std::string& run) = 0;
};

}  // namespace promptctl
