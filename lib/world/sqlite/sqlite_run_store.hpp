#pragma once

#include <memory>
#include <string>

#include "run/run_store.hpp"

namespace promptctl {

// Runs in `.promptctl/runs.db`; docs/run-store.md describes the tables, which users may query. Several processes may
// share the file. Opens, and makes, the file only when something is asked of it or kept in it.
class SqliteRunStore : public RunStore {
 public:
  explicit SqliteRunStore(std::string path);
  ~SqliteRunStore() override;

  void begin(const RunHeader& header) override;
  void reopen(const std::string& run) override;
  void record(const std::string& run, const CaseResult& result) override;
  void flush() override;
  void flush_if_due() override;
  std::vector<RunHeader> list() override;
  std::optional<RunHeader> find(const std::string& id) override;
  void each_result(const std::string& run, const std::function<void(const CaseResult&)>& visit) override;
  Verdicts answered(const std::string& run) override;
  bool remove(const std::string& run) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace promptctl
